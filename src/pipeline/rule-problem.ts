export { ruleProblem } from "../passes/pagination/rule-problem.js";

export { defineConfig, type Config } from "./config/config.js";

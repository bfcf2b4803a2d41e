#!/usr/bin/env node
import * as nodeModule from "node:module";

// From Node 22.1 on compiled code can be kept, which halves the time to load the larger libraries. What is loaded before this is
// compiled each time, so that is nothing else of ours.
if ("enableCompileCache" in nodeModule && typeof nodeModule.enableCompileCache === "function")
  nodeModule.enableCompileCache();

const { runProcess } = await import("./process.js");
await runProcess();

/**
 * An expression of JavaScript: the most memory that its process has held, in bytes. On Linux `maxRSS` begins with what the process
 * that started it held, so that is asked of the system by another way.
 */
export const peakMemoryText =
  'process.platform === "linux" ? /VmHWM:\\s*(\\d+)/.exec(process.getBuiltinModule("node:fs").readFileSync("/proc/self/status", "utf8"))[1] * 1024 : process.resourceUsage().maxRSS * 1024';

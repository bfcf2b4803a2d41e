import { compilerPlugin, type CompilerPlugin } from "./compiler.js";
import type { PluginOptions } from "./options.js";

export type { CompilerPlugin } from "./compiler.js";
export type { PluginOptions } from "./options.js";

/**
 * The plugin for webpack. The SDKs of the config are there when a build starts. While webpack watches or serves, they are made again when
 * an input changes, or anything that it refers to; what is wrong with one is an error of the build, with its place.
 */
const sdkwright: (options?: PluginOptions) => CompilerPlugin = compilerPlugin;

export default sdkwright;

import { createRolldownPlugin } from "unplugin";
import type { BundlerPlugin, PluginOptions } from "./options.js";
import { plugin } from "./plugin.js";

export type { BundlerPlugin, PluginOptions } from "./options.js";

/**
 * The plugin for Rolldown. The SDKs of the config are there when a build starts. While Rolldown watches, it builds again when an input
 * changes, or anything that it refers to; what is wrong with one ends the build, with its place.
 */
const sdkwright: (options?: PluginOptions) => BundlerPlugin | BundlerPlugin[] = createRolldownPlugin(plugin);

export default sdkwright;

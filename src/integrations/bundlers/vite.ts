import { createVitePlugin } from "unplugin";
import type { BundlerPlugin, PluginOptions } from "./options.js";
import { plugin } from "./plugin.js";

export type { BundlerPlugin, PluginOptions } from "./options.js";

/**
 * The plugin for Vite. The SDKs of the config are there when a build or a server starts. A server makes them again when an
 * input changes, or anything that it refers to; what is wrong with one is in the overlay, with its place. What stays the same is
 * not written, so that no page reloads for it.
 */
const sdkwright: (options?: PluginOptions) => BundlerPlugin | BundlerPlugin[] = createVitePlugin(plugin);

export default sdkwright;

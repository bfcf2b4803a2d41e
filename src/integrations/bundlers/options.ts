import type { ProjectConfig } from "../../config/config.js";

/** What the plugin is told. Without anything it does as the config file says that is nearest, upwards from the bundler's root. */
export interface PluginOptions extends ProjectConfig {
  /** The config file, where it is not the nearest one. Relative to the bundler's root, as all paths here. */
  readonly config?: string;
}

/** A plugin as bundlers take it that know Rollup's plugins. */
export interface BundlerPlugin {
  readonly name: string;
}

import type {
  DecimalStyle,
  DeepObjectArrays,
  DeleteForms,
  EnumStyle,
  Int64Style,
  PaginationRule,
} from "../pipeline/job.js";

/** The settings of a project: what becomes one SDK. Input and output suffice. */
export interface ProjectConfig {
  /** What the project is called, for `--project` and in what is said of it. Default: its output, as it is written. */
  readonly name?: string;
  /**
   * The description of the API: OpenAPI in JSON or YAML, or an HTML page; a file, or a URL that `sdkwright pull` has got. Several are joined into one API; an earlier one
   * wins, a later one fills what is missing. A folder stands for the HTML pages in it, a glob for the files that it
   * matches, both ordered by path; `!` before an entry leaves out what it stands for. Relative to the config file.
   */
  readonly input?: string | readonly string[];
  /**
   * OpenAPI overlays (1.0 and 1.1), applied to the inputs in their order before anything else is done with them. One that
   * `extends` one of the inputs is applied to that alone. Relative to the config file.
   */
  readonly overlays?: readonly string[];
  /** What `sdkwright pull` may get from the network; every other command works with the copies that it makes. */
  readonly remote?: RemoteConfig;
  /** The folder for the SDK. Only files that sdkwright wrote are ever changed or removed in it. Relative to the config file. */
  readonly output?: string;
  /**
   * The folder whose files references may name, beside those in the folder of the description itself. Nothing outside of
   * these is read, whatever a description says. Default: the folder of the config file; without one the working directory.
   */
  readonly root?: string;
  /**
   * Only these operations, by `operationId`, and the types that they reach. Default: all. In this list and the next three an
   * entry may be a glob, and `!` before it takes out what it matches.
   */
  readonly operations?: readonly string[];
  /** Only operations with one of these tags, or with a tag below one; beside `operations`, these too. Default: all. */
  readonly tags?: readonly string[];
  /** Only operations with one of these paths, such as `/v1/*` or `/pets/**`; beside `operations` and `tags`, these too. Default: all. */
  readonly paths?: readonly string[];
  /** Of what the settings above choose only operations with one of these methods. Default: all. */
  readonly methods?: readonly string[];
  /** Whether deprecated operations are in the SDK. Default: true. */
  readonly deprecated?: boolean;
  /** Whether operations are in the SDK that the description marks with `x-internal: true`. Default: true. */
  readonly internal?: boolean;
  /**
   * How lists are paged, where it cannot be recognised; the first rule that is for an operation counts. `false`: nothing is
   * paged. Default: what is recognised.
   */
  readonly pagination?: false | readonly PaginationRule[];
  /**
   * How lists of values are given. `"union"`: a union of literals. `"object"`: for each with a name also an object of that name
   * that holds the values at run time. `"open"`: a union that takes values which are not known yet too. Default: `"union"`.
   */
  readonly enums?: EnumStyle;
  /**
   * What becomes of integers of the formats `int64` and `uint64`. `"number"`: numbers, which are not exact past 2^53. `"bigint"`:
   * those that are past it are bigints, in JSON and in parameters, and both types are named. Default: `"number"`.
   */
  readonly int64?: Int64Style;
  /**
   * What becomes of numbers of the formats `decimal` and `decimal128` and the like. `"number"`: numbers, which are exact to 15 digits.
   * `"exact"`: those whose digits a number cannot hold are objects that keep them, of the class `ExactDecimal`, in JSON and in
   * parameters, and both types are named. Decimals that are texts stay texts. Default: `"number"`.
   */
  readonly decimals?: DecimalStyle;
  /**
   * How the style `deepObject` writes arrays, of which OpenAPI says nothing. `"indices"`: `a[0]=x&a[1]=y`. `"brackets"`:
   * `a[]=x&a[]=y`. `"repeat"`: `a=x&a=y`. Default: `"indices"`, which alone can tell where each object in an array ends.
   */
  readonly deepObjectArrays?: DeepObjectArrays;
  /**
   * Where the form of a DELETE goes that is its only media type: `"body"`, as it is described, or `"query"`, for servers that
   * read no body there. Calls are the same. Default: `"body"`.
   */
  readonly deleteForms?: DeleteForms;
  /**
   * What happens to a name in the SDK when the description changes. `"refuse"`: names are kept in `sdkwright.lock` beside the config
   * file, and stay until a run is told `--accept-renames`; what cannot keep its name stops the run. `"alias"`: so too, and the old name
   * stays as a deprecated alias. `"allow"`: names follow the description, and there is no lock. Default: `"refuse"`; where there is no
   * config file `"allow"`.
   */
  readonly renames?: Renames;
  /** `"prettier"` formats the output with your prettier and its configuration. Default: `"none"`, which reads well too. */
  readonly format?: "none" | "prettier";
  /** Warnings stop the run as errors do. Default: false. */
  readonly strict?: boolean;
}

export type Renames = "allow" | "refuse" | "alias";

/** What `sdkwright pull` may get from the network. */
export interface RemoteConfig {
  /** Hosts whose descriptions references may name, such as `"api.example.com"`. The hosts of inputs are allowed already. */
  readonly allow?: readonly string[];
  /** Headers to send, by host; `${NAME}` in a value stands for a variable of the environment. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether `http:` is good enough. Default: false. */
  readonly http?: boolean;
}

/** What a config file says: the settings of one project, or those that several share, and the projects. */
export interface Config extends ProjectConfig {
  /**
   * Several projects, made in one run. Each has the settings beside this list, and its own in their place. No two
   * may have one output, nor one inside the other.
   */
  readonly projects?: readonly ProjectConfig[];
}

/** A config that is worked out when a command starts; it may wait for something. */
export type ConfigFunction = () => Config | Promise<Config>;

/** Settings with absolute paths, and what stands for those that are not given. */
export interface Settings extends ProjectConfig {
  readonly root: string;
  /** The folder of the config file; without one the working directory. */
  readonly home: string;
  /** The config file, absolute, where there is one. */
  readonly file?: string;
  /** The name of the project, where the config file has several. */
  readonly project?: string;
  /** What flags have others of than the config file: the inputs, or something else of what is made. */
  readonly overridden?: "input" | "part";
  /** Whether renames are accepted in this run. */
  readonly acceptRenames?: boolean;
}

/** Gives a config file its types. */
export function defineConfig(config: Config): Config;
export function defineConfig(config: ConfigFunction): ConfigFunction;
export function defineConfig(config: Config | ConfigFunction): Config | ConfigFunction {
  return config;
}

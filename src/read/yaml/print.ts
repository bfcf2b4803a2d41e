import { stringify } from "yaml";

/**
 * Plain values as YAML 1.2, each node written out where it stands. Texts that YAML 1.1 takes for something else (`no`,
 * `1_000`) are quoted, since many readers still go by it.
 */
export const printYaml = (value: unknown): string =>
  stringify(value, { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 120, stringKeys: true });

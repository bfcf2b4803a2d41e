import { agreeing } from "./conflict.js";
import { joinRequestBody, joinResponses } from "./content.js";
import { type Changes, changes, type Fact, type Join, keep, named, type Rule, referred, withChanges } from "./fact.js";
import { type Holder, joinParameters, type Renames, takeParameters } from "./parameters.js";

/** One operation of two inputs. */
export function joinOperation(join: Join, earlier: Holder, later: Holder, renames: Renames): Fact {
  const changed = changes(join, earlier.operation, later.operation, (key) => rules.get(key) ?? keep);
  const hasServers = earlier.operation.has("servers") || earlier.item.has("servers");
  set(changed, "servers", hasServers ? undefined : serversOf(later));
  set(changed, "parameters", joinParameters(join, earlier, later, renames));
  return withChanges(join, earlier.operation, changed);
}

/** Summary, description and all else that has no rule is the earlier input's. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ["operationId", agreeing("The operationId")],
  ["requestBody", referred(joinRequestBody)],
  ["responses", joinResponses],
  ["callbacks", named(keep)],
]);

/** An operation that only the later input has, with what holds for it there by where it stands. */
export function takeOperation(join: Join, later: Holder, renames: Renames, inherited: Changes): Fact {
  const changed = new Map([...inherited].filter(([key]) => !later.operation.has(key)));
  set(changed, "servers", serversOf(later) ?? inherited.get("servers"));
  set(changed, "parameters", takeParameters(join, later, renames));
  return withChanges(join, later.operation, changed);
}

/** A change that is none must not take the member out. */
function set(changed: Map<string, Fact | undefined>, key: string, fact: Fact | undefined): void {
  if (fact === undefined) changed.delete(key);
  else changed.set(key, fact);
}

const serversOf = ({ item, operation }: Holder): Fact | undefined => operation.get("servers") ?? item.get("servers");

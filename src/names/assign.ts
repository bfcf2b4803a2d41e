import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Api, Operation, OperationId, TypeDecl, TypeId } from "../ir/types.js";
import { byCodePoint } from "../ir/order.js";
import { aliasesOf } from "./aliases.js";
import { Claims, type Claimed } from "./claims.js";
import { enumMembers } from "./enum-members.js";
import { groupFiles, sharedFile, typeFile } from "./files.js";
import { hold } from "./hold.js";
import { type Lock, noLock } from "./lock.js";
import type { Exported, Member, Names, OperationNames } from "./names.js";
import { placesOf } from "./places.js";
import { RESERVED } from "./reserved.js";
import { sharedTypes } from "./shared.js";
import { bothCases, partSpeller, pascalCase, spelled } from "./words.js";

/**
 * Names every type and operation. What is named depends on ids alone, never on the order of the input: claims are made
 * in the order of the ids, first those whose names the lock holds, then those whose name in the description is already the
 * identifier that it asks for.
 */
export function assignNames(api: Api, diagnostics: Diagnostics, lock: Lock = noLock): Names {
  const places = placesOf(api.operations);
  const claims = new Claims(diagnostics);
  const former = hold(claims, api, lock, places);
  const types = nameTypes(claims, api.types);
  const operations = nameOperations(claims, api.operations);
  const ownerOf = ({ owner }: TypeDecl): Exported | undefined =>
    owner?.kind === "operation" ? operations.get(owner.id)?.[owner.part] : owner && types.get(owner.id);
  const shared = sharedTypes(api, (it) => operations.get(it)?.function.file);
  const partOf = partSpeller();
  const owned = api.types.filter((it) => it.owner !== undefined);
  for (const it of owned.toSorted((a, b) => byCodePoint(a.id, b.id))) {
    const owner = ownerOf(it);
    if (owner === undefined) continue;
    const file = shared.has(it.id) ? sharedFile(owner.file) : owner.file;
    types.set(it.id, { name: nameOwned(claims, it, owner.name, partOf), file });
  }
  const enumerated = api.types.filter((it) => it.enumerated);
  const membersOf = (it: TypeDecl): readonly Member[] =>
    enumMembers(
      it,
      {
        nameOf: (value) => lock.kept.get(places.value(it, value))?.names[0],
        formerOf: (value) => lock.former.get(places.value(it, value))?.flat() ?? [],
      },
      diagnostics,
    );
  const names = {
    types: recordOf(types),
    operations: recordOf(operations),
    members: recordOf(enumerated.map((it) => [it.id, membersOf(it)])),
  };
  return { ...names, aliases: aliasesOf(former, names) };
}

/** As `Object.fromEntries`, which takes four times as long for thousands. Without a prototype every name is a key like any other. */
function recordOf<K extends string, T>(entries: Iterable<readonly [K, T]>): Readonly<Record<K, T>> {
  // It has the keys that it is given below.
  const record = Object.create(null) as Record<K, T>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}

function nameTypes(claims: Claims, all: readonly TypeDecl[]): Map<TypeId, Exported> {
  const named = all
    .filter((it) => it.owner === undefined)
    .toSorted((a, b) => byCodePoint(a.id, b.id))
    .map((it) => ({ declaration: it, wanted: pascalCase(it.nameHint) }));
  return new Map(
    [...named.filter(isExact), ...named.filter((it) => !isExact(it))].map((it) => {
      const name = nameType(claims, it);
      return [it.declaration.id, { name, file: typeFile(name) }];
    }),
  );
}

/** A type that the description names, and the name that it asks for. */
interface Named {
  readonly declaration: TypeDecl;
  readonly wanted: string;
}

const isExact = ({ declaration: { nameHint }, wanted }: Named): boolean =>
  nameHint.length === 1 && nameHint[0] === wanted;

function nameOperations(claims: Claims, all: readonly Operation[]): ReadonlyMap<OperationId, OperationNames> {
  const operations = all.toSorted((a, b) => byCodePoint(a.id, b.id));
  const groups = groupFiles(operations.map((it) => it.group));
  return new Map(operations.map((it) => [it.id, nameOperation(claims, it, groups.get(it.group) ?? "")]));
}

function nameType(claims: Claims, { declaration: { id, nameHint, origin }, wanted }: Named): string {
  // Of schemas that come to one name the others add how they are spelled, so that a third changes nothing for the second.
  const model = RESERVED.has(wanted) ? [`${wanted}Model`] : [];
  return claims.told(origin, [claims.claim(id, "type", [wanted, ...model], () => `${wanted}_${spelled(nameHint)}`)]);
}

/**
 * The name of the owner and the way down from it, parted by underscores: no name made of a description's own has one, so that
 * whatever else is added to the description never takes it.
 */
function nameOwned(
  claims: Claims,
  { id, nameHint, origin }: TypeDecl,
  owner: string,
  partOf: (text: string) => string,
): string {
  const name = [owner, ...nameHint.map(partOf)].join("_");
  return claims.told(origin, [claims.claim(id, "type", [name], () => `${owner}_${spelled(nameHint)}`)]);
}

function nameOperation(
  claims: Claims,
  { id, nameHint, responses: answers, origin }: Operation,
  file: string,
): OperationNames {
  const { camel: name, pascal: stem } = bothCases(nameHint);
  const called = claims.claim(id, "function", [name, `${name}Operation`], () => `${name}_${spelled(nameHint)}`);
  const typeOf = (slot: string, part: string): Claimed =>
    claims.claim(id, slot, [`${stem}${part}`, `${stem}Operation${part}`], () => `${stem}_${spelled(nameHint)}_${part}`);
  const [input, output] = [typeOf("input", "Input"), typeOf("output", "Output")];
  const [error, responses] = [typeOf("error", "Error"), typeOf("responses", "Responses")];
  const headers = answers.some((it) => it.headers.length > 0) ? typeOf("headers", "ResponseHeaders") : undefined;
  const symbol = ({ chosen }: Claimed): Exported => ({ name: chosen, file });
  claims.told(origin, [called, input, output, error, responses, ...(headers ? [headers] : [])]);
  return {
    function: symbol(called),
    input: symbol(input),
    output: symbol(output),
    error: symbol(error),
    responses: symbol(responses),
    ...(headers && { headers: symbol(headers) }),
  };
}

import { describe, expect, test } from "vitest";
import { layers, packages } from "./layers.js";
import { modulesIn } from "./modules.js";

const modules = modulesIn("src", "templates");
const layerOf = (path: string) => layers.find((it) => it.holds.test(path));
const paths = new Set(modules.map((it) => it.path));

describe("imports go in one direction", () => {
  test("every file belongs to a layer", () => {
    expect(modules.filter((it) => layerOf(it.path) === undefined).map((it) => it.path)).toEqual([]);
  });

  test("every import of ours leads to a file", () => {
    const lost = modules.flatMap(({ path, imports }) =>
      imports.filter((it) => it.own && !paths.has(it.to)).map((it) => `${path} -> ${it.to}`),
    );
    expect(lost).toEqual([]);
  });

  test.each(layers)("$name imports what it may, and nothing else", (layer) => {
    const wrong = modules
      .filter((it) => layerOf(it.path) === layer)
      .flatMap(({ path, imports }) =>
        imports.filter((it) => it.own).map((it) => ({ path, ...it, layer: layerOf(it.to) })),
      )
      .filter((it) => it.layer !== layer)
      .filter(({ layer: to, typeOnly }) => !allowed(layer.from, to) && !(typeOnly && allowed(layer.typesFrom, to)))
      .map((it) => `${it.path} -> ${it.to}`);
    expect(wrong).toEqual([]);
  });

  test.each(layers)("$name imports from layers before it", ({ name, from, typesFrom = [] }) => {
    const before = layers
      .slice(
        0,
        layers.findIndex((it) => it.name === name),
      )
      .map((it) => it.name);
    expect(before).toEqual(expect.arrayContaining([...from, ...typesFrom]));
  });
});

describe("packages are imported where they belong", () => {
  test.each(Object.entries(packages))("%s", (name, { values, types = values }) => {
    const uses = modules.flatMap(({ path, imports }) =>
      imports.filter((it) => !it.own && it.to === name).map((it) => ({ path, ...it })),
    );
    expect(
      uses
        .filter((it) => !(it.typeOnly ? types.test(it.path) || values.test(it.path) : values.test(it.path)))
        .map((it) => it.path),
    ).toEqual([]);
    expect(uses).not.toEqual([]);
  });

  test("and no other package anywhere", () => {
    const others = modules.flatMap(({ path, imports }) =>
      imports.filter((it) => !it.own && !Object.hasOwn(packages, it.to)).map((it) => `${path} -> ${it.to}`),
    );
    expect(others).toEqual([]);
  });
});

const allowed = (names: readonly string[] = [], layer: { readonly name: string } | undefined): boolean =>
  layer !== undefined && names.includes(layer.name);

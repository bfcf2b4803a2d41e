import { describe, expect, test } from "vitest";
import { type Node, treeOf } from "../../src/read/html/tree.js";

/** The tree as text: an element by its name, with what it holds. */
const shown = (nodes: readonly Node[]): string =>
  nodes.map((it) => (typeof it === "string" ? it.trim() : `${it.name}(${shown(it.nodes)})`)).join("");

describe("end tags that HTML allows to leave out", () => {
  test.each([
    ["<ul><li>a<li><b>b<p>c<li>d</ul>e", "ul(li(a)li(b(bp(c)))li(d))e"],
    ["<ul><li>a<ul><li><p>b<li>c</ul><li>d</ul>", "ul(li(aul(li(p(b))li(c)))li(d))"],
    ["<dl><dt>a<dd><p>b<dt>c</dl>", "dl(dt(a)dd(p(b))dt(c))"],
    ["<table><tr><td><p>a<td>b<tr><td>c</table>", "table(tr(td(p(a))td(b))tr(td(c)))"],
    ["<p>a<p>b<div>c</div>", "p(a)p(b)div(c)"],
  ])("%s", (text, tree) => {
    expect(shown(treeOf(text).nodes)).toBe(tree);
  });

  test("make no depth", () => {
    const { elements, tooDeepAt } = treeOf(`<ul>${"<li><p>a".repeat(3_000)}</ul>`);
    expect({ count: elements.length, tooDeepAt }).toEqual({ count: 6_001, tooDeepAt: undefined });
  });
});

test("an element knows where it stands and what it holds", () => {
  const text = "<ul><li>a<li><p>b</ul><i>c</i>";
  const { elements } = treeOf(text);
  const told = elements.map(({ name, place, order, behind }) => [
    name,
    text.slice(place?.start, place?.end),
    text.slice(place?.inside, place?.insideEnd),
    elements.slice(order + 1, behind).map((it) => it.name),
  ]);
  expect(told).toEqual([
    ["ul", "<ul><li>a<li><p>b</ul>", "<li>a<li><p>b", ["li", "li", "p"]],
    ["li", "<li>a", "a", []],
    ["li", "<li><p>b", "<p>b", ["p"]],
    ["p", "<p>b", "b", []],
    ["i", "<i>c</i>", "c", []],
  ]);
});

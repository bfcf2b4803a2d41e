import type { Sdk } from "../sdk.js";
import { render } from "./markdown.js";
import { diagnosticsText, outcomeOf } from "./outcome.js";
import type { Scenario } from "./scenario.js";

/** The Markdown of a scenario with what came out in the place of what was expected. Its author reads the difference. */
export function recorded({ expected, segments }: Scenario, sdk: Sdk, requests: readonly string[]): string {
  const sent = [...requests];
  const texts = new Map(
    expected.flatMap((it) => {
      if (it.kind === "usage") return [];
      return [[it.at, it.kind === "requests" ? (sent.shift() ?? "") : outcomeOf(sdk, it)] as const];
    }),
  );
  const markdown = render(segments.map((it, at) => ({ ...it, text: texts.get(at) ?? it.text })));
  const said = expected.some((it) => it.kind === "diagnostics") || sdk.diagnostics.length === 0;
  return said
    ? markdown
    : `${markdown}\n${render([{ kind: "block", info: "diagnostics", text: diagnosticsText(sdk) }])}`;
}

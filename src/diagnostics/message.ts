/** A message whose parameters are the names written in it: forgetting one does not compile. */
export interface Message<P extends string = never> {
  render(params: Readonly<Record<P, string>>): string;
}

export function msg<const K extends readonly string[]>(strings: TemplateStringsArray, ...keys: K): Message<K[number]> {
  return {
    render: (params) =>
      strings.reduce((text, part, i) => {
        // `reduce` without a start value calls this from index 1 on, where a key stands before each part.
        const key = keys[i - 1] as K[number];
        return text + params[key] + part;
      }),
  };
}

import ts from "typescript";

/** What a file declares, by name, in a form in which the order of members makes no difference. */
export function declarationsOf(text: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ESNext);
  const named = source.statements.filter(
    (it) => ts.isInterfaceDeclaration(it) || ts.isTypeAliasDeclaration(it) || ts.isFunctionDeclaration(it),
  );
  return new Map(named.map((it) => [it.name?.text ?? "", canonical(it, source)]));
}

function canonical(node: ts.Node, source: ts.SourceFile): string {
  const children: string[] = [];
  ts.forEachChild(node, (it) => void children.push(canonical(it, source)));
  if (children.length === 0) return node.getText(source);
  const ordered =
    ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isObjectLiteralExpression(node)
      ? children.toSorted()
      : children;
  return `${ts.SyntaxKind[node.kind]}(${ordered.join(" ")})`;
}

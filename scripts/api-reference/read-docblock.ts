import ts from "typescript-v6";

/** What a docblock says. */
export interface Docblock {
  /** Its Markdown. */
  text: string;
  /** One line of Markdown for each error that it names. */
  throws: string[];
  examples: string[];
}

/** The docblock that stands before a node; `undefined` when there is none. */
export function readDocblock(node: ts.Node): Docblock | undefined {
  const block = ts.getJSDocCommentsAndTags(node).findLast(ts.isJSDoc);
  if (!block) return undefined;
  const tags: readonly ts.JSDocTag[] = block.tags ?? [];
  return {
    text: ts.getTextOfJSDocComment(block.comment) ?? "",
    throws: tags
      .filter(ts.isJSDocThrowsTag)
      .map((tag) => `\`${tag.typeExpression?.type.getText() ?? "Error"}\` ${textOf(tag)}`.trim()),
    examples: tags.filter(({ tagName }) => tagName.text === "example").map(textOf),
  };
}

/** Whether a docblock says anything. */
export function isDocumented(node: ts.Node): boolean {
  const docblock = readDocblock(node);
  return docblock !== undefined && (docblock.text !== "" || docblock.throws.length > 0);
}

function textOf({ comment }: ts.JSDocTag): string {
  return ts.getTextOfJSDocComment(comment) ?? "";
}

import ts from "typescript-v6";
import type { Entry } from "./find-entries.ts";
import { readDocblock } from "./read-docblock.ts";
import type { Exported } from "./read-exports.ts";
import { writeDeclaration } from "./write-declaration.ts";

/** The page that describes an export: the first entry that has it. */
export type PageOf = (exported: Exported) => string;

/** The page of an entry: what can be called first, then the types, each in alphabetical order. */
export function writePage(entry: Entry, exports: readonly Exported[], pageOf: PageOf): string {
  const sorted = exports.toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  const own = sorted.filter((exported) => pageOf(exported) === entry.page);
  const elsewhere = sorted.filter((exported) => pageOf(exported) !== entry.page);
  return [
    `# ${entry.name}`,
    "Written by `pnpm docs:api` from the docblocks of the source. [All entries](README.md)",
    ...writeGroup(
      "Functions and classes",
      own.filter(({ node }) => !isType(node)),
    ),
    ...writeGroup(
      "Types",
      own.filter(({ node }) => isType(node)),
    ),
    ...writeElsewhere(elsewhere, pageOf),
  ]
    .join("\n\n")
    .concat("\n");
}

function writeGroup(title: string, exports: readonly Exported[]): string[] {
  return exports.length === 0 ? [] : [`## ${title}`, ...exports.flatMap(writeExport)];
}

function writeExport({ name, node }: Exported): string[] {
  const { text = "", throws = [], examples = [] } = readDocblock(node) ?? {};
  return [
    `### ${name}`,
    text,
    ...examples.map((example) => writeCode(example)),
    ...throws.map((error) => `Throws ${error}`),
    writeCode(writeDeclaration(node)),
  ].filter((part) => part !== "");
}

function writeElsewhere(exports: readonly Exported[], pageOf: PageOf): string[] {
  if (exports.length === 0) return [];
  const lines = exports.map(
    (exported) => `- [${exported.name}](${pageOf(exported)}#${exported.name.toLowerCase()})`,
  );
  return ["## Exported here too", lines.join("\n")];
}

function writeCode(code: string): string {
  return code.startsWith("```") ? code : `\`\`\`ts\n${code}\n\`\`\``;
}

function isType(node: ts.Node): boolean {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

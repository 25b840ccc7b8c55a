import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript-v6";

/** What an entry exports under a name. */
export interface Exported {
  name: string;
  /** Where it is declared: two entries that export the same declaration agree in it. */
  path: string;
  node: Declaration;
}

/** What a module can declare under a name that is exported. */
export type Declaration =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableStatement;

const parsed = new Map<string, ts.SourceFile>();

/**
 * The exports of a module, in the order in which it names them.
 *
 * Follows `export { … } from` from file to file, and no more: an `index.ts` does nothing else, as
 * `architecture.test.ts` asserts. So nothing has to be built, resolved or checked.
 *
 * @throws {Error} for an export in another form, which the reference would miss.
 */
export function readExports(root: string, path: string): Exported[] {
  return parse(root, path).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier)
      throw new Error(`${path}: an index exports by \`export { … } from "…"\` alone.`);
    const from = join(dirname(path), (moduleSpecifier as ts.StringLiteral).text);
    return exportClause.elements.map((element) => {
      const name = element.name.text;
      return { name, ...findDeclaration(root, from, (element.propertyName ?? element.name).text) };
    });
  });
}

function findDeclaration(root: string, path: string, name: string): Omit<Exported, "name"> {
  for (const statement of parse(root, path).statements) {
    if (isDeclaration(statement) && namesOf(statement).includes(name))
      return { path, node: statement };
  }
  const passedOn = readExports(root, path).find((exported) => exported.name === name);
  if (passedOn) return { path: passedOn.path, node: passedOn.node };
  throw new Error(`${path} does not export ${name}.`);
}

function parse(root: string, path: string): ts.SourceFile {
  const file = join(root, path);
  let source = parsed.get(file);
  source ??= ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function isDeclaration(node: ts.Node): node is Declaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableStatement(node)
  );
}

function namesOf(node: Declaration): string[] {
  if (!ts.isVariableStatement(node)) return node.name ? [node.name.text] : [];
  return node.declarationList.declarations.map((declaration) => declaration.name.getText());
}

import ts from "typescript-v6";
import { isDocumented } from "./read-docblock.ts";
import type { Exported } from "./read-exports.ts";
import { publicMembers } from "./write-declaration.ts";

/**
 * What of an export has no docblock: the export itself, and each method that a user may call.
 *
 * Properties may speak for themselves by name and type. A method that overrides one of the host's
 * is described by the host.
 */
export function findUndocumented({ name, path, node }: Exported): string[] {
  const methods = membersOf(node).filter(
    (member) => isMethod(member) && !isOverride(member) && !isDocumented(member),
  );
  return [
    ...(isDocumented(node) ? [] : [`${path}: ${name}`]),
    ...methods.map((member) => `${path}: ${name}.${member.name?.getText()}`),
  ];
}

function membersOf(node: Exported["node"]): readonly (ts.TypeElement | ts.ClassElement)[] {
  if (ts.isClassDeclaration(node)) return publicMembers(node);
  return ts.isInterfaceDeclaration(node) ? node.members : [];
}

function isMethod(node: ts.Node): boolean {
  return ts.isMethodSignature(node) || ts.isMethodDeclaration(node);
}

function isOverride(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.OverrideKeyword)
  );
}

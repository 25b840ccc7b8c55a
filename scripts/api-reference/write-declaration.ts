import ts from "typescript-v6";
import type { Declaration } from "./read-exports.ts";

/**
 * A declaration as its users see it: as it is written, with the docblocks of its members, and
 * without what happens inside.
 */
export function writeDeclaration(node: Declaration): string {
  const text = sourceOf(node);
  return text.replace(/^export (?=interface|type|class|function|const|async)/, "");
}

function sourceOf(node: Declaration): string {
  const source = node.getSourceFile().text;
  if (ts.isFunctionDeclaration(node)) return `${cut(node, node.body)};`;
  if (ts.isVariableStatement(node)) {
    // A value is told by its type where one is written, and else shown.
    const [first] = node.declarationList.declarations;
    return first?.type ? `${source.slice(node.getStart(), first.type.end)};` : node.getText();
  }
  if (!ts.isClassDeclaration(node)) return node.getText();
  const members = publicMembers(node).map((member) => `  ${writeMember(member)}`);
  const head = source.slice(node.getStart(), node.members.pos);
  return `${head}\n${members.join("\n")}\n}`;
}

/** The members of a class that its users see. */
export function publicMembers(node: ts.ClassDeclaration): ts.ClassElement[] {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  return node.members.filter((member) => {
    const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
    const isNamed = !member.name || ts.isIdentifier(member.name);
    return isNamed && !modifiers.some(({ kind }) => hidden.includes(kind));
  });
}

function writeMember(member: ts.ClassElement): string {
  const [docblock] = ts.getJSDocCommentsAndTags(member);
  const comment = docblock ? `${docblock.getText()}\n  ` : "";
  return `${comment}${signatureOf(member)};`;
}

function signatureOf(member: ts.ClassElement): string {
  if (ts.isPropertyDeclaration(member)) return cut(member, member.initializer).replace(/ =$/, "");
  if (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member))
    return cut(member, member.body);
  return ts.isAccessor(member) ? cut(member, member.body) : member.getText().replace(/;$/, "");
}

/** A node's text up to one of its parts. */
function cut(node: ts.Node, part: ts.Node | undefined): string {
  const text = node.getSourceFile().text.slice(node.getStart(), part?.getStart() ?? node.end);
  return text.trimEnd().replace(/;$/, "");
}

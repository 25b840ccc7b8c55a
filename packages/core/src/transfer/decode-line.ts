import { Buffer } from "node:buffer";
import { messageOf } from "../errors.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { parseScope, toScopeColumns } from "../scope.ts";
import { sessionKey } from "../summary/summarize-session.ts";
import type { TextMessage } from "../record.ts";
import { termsOf, termsOfMessages } from "../text/analyze-text.ts";
import { hashText } from "../text/hash-text.ts";
import { decodeValue } from "./decode-value.ts";
import { lineError } from "./line-error.ts";
import { lineColumns, type LineRows, type LineType } from "./line-format.ts";

/** A row that a line holds; its vector is still to be made where there is none. */
export type LineRow = {
  [TYPE in LineType]: { readonly type: TYPE; readonly line: number; readonly row: LineRows[TYPE] };
}[LineType];

/**
 * The row in a line of an export: every column checked, and those reckoned that follow from others.
 *
 * @throws {InvalidInputError} that names the line and what was expected.
 */
export function decodeLine(
  type: LineType,
  given: Readonly<Record<string, unknown>>,
  { line, embedder, dimensions }: { line: number; embedder: string; dimensions: number },
): LineRow {
  const { type: _type, userId, agentId, sessionId, vector, ...values } = given;
  const columns = lineColumns(type);
  const row: Record<string, unknown> = {};
  for (const [name, column] of columns) {
    const value = values[name] ?? undefined;
    if (value === undefined && column.optional === true) continue;
    row[name] = decodeValue(value, { name, column, type, line });
  }
  const names = new Set(columns.map(([name]) => name));
  const unknown = Object.keys(values).find((name) => !names.has(name));
  if (unknown !== undefined) throw lineError(line, `has "${unknown}", which no ${type} has`);
  const scope = readScope();
  const decoded = { ...row, ...toScopeColumns(scope) };
  return { type, line, row: complete(decoded) } as unknown as LineRow;

  function readScope() {
    try {
      return parseScope({ userId, agentId, sessionId });
    } catch (cause) {
      throw lineError(line, `has no valid scope: ${messageOf(cause)}`, cause);
    }
  }

  function complete(stored: Record<string, unknown>): unknown {
    switch (type) {
      case "version":
        return completeVersion(stored as unknown as VersionRow);
      case "episode": {
        const messages = JSON.parse(String(stored["messages"])) as TextMessage[];
        const terms = termsOfMessages(messages).join(" ");
        return { ...stored, messageCount: messages.length, terms };
      }
      case "summary":
        if (stored["key"] === sessionKey(scope)) return stored;
        throw lineError(line, 'has a "key" that is not that of its scope');
      case "decision":
        return stored;
      default:
        return type satisfies never;
    }
  }

  function completeVersion(version: VersionRow): VersionRow {
    const { key, lineage, slot, text, status, supersededAt } = version;
    if (key !== `${lineage}@${slot}`) {
      throw lineError(line, 'needs "key" to be its lineage and slot, with @ between');
    }
    if (text.trim() === "") throw lineError(line, 'needs "text" not to be blank');
    if (status === "current" && supersededAt !== undefined) {
      throw lineError(line, "is current, and superseded");
    }
    return {
      ...version,
      hash: hashText(text),
      terms: termsOf(text).join(" "),
      embedder,
      ...(vector !== undefined && { vector: decodeVector() }),
    };
  }

  function decodeVector(): Float32Array {
    const bytes = typeof vector === "string" ? Buffer.from(vector, "base64") : undefined;
    const isFitting = bytes?.length === dimensions * 4;
    if (bytes === undefined || !isFitting) {
      throw lineError(line, `needs "vector" to be base64 of ${dimensions} floats of 32 bits`);
    }
    const numbers = Float32Array.from({ length: dimensions }, (_, index) =>
      bytes.readFloatLE(index * 4),
    );
    const norm = numbers.reduce((sum, number) => sum + number * number, 0);
    if (norm > 0 && norm < Number.POSITIVE_INFINITY) return numbers;
    throw lineError(line, 'has a "vector" that points nowhere');
  }
}

import type { Engine } from "../engine.ts";
import type { Redactor } from "../redact/create-redactor.ts";
import { fromScopeColumns, isWithin, type Scope } from "../scope.ts";
import { decodeForeign, isForeignMemory } from "./decode-foreign.ts";
import { decodeLine, type LineRow } from "./decode-line.ts";
import { lineError } from "./line-error.ts";
import { FORMAT_VERSION, LINE_TABLES, type LineType } from "./line-format.ts";
import { type Header, headerSchema } from "./line-schemas.ts";
import { type JsonText, splitJson, type TextSource } from "./split-json.ts";

/** What a source holds, in its order: how much will come, when a header says so, and rows. */
export type SourceItem = { readonly type: "expected"; readonly rows: number } | LineRow;

/**
 * What a source holds: our own export, one of mem0, or texts.
 *
 * @throws {InvalidInputError} when a line is none of these, or of another scope than `scope`.
 */
export async function* readLines(
  engine: Engine,
  source: TextSource,
  {
    scope,
    reportId,
    redactor,
  }: { scope?: Scope | undefined; reportId: string; redactor: Redactor },
): AsyncGenerator<SourceItem> {
  const { embedder } = engine.settings;
  let header: Header | undefined;
  for await (const json of splitJson(source)) {
    const { line } = json;
    const value = parse(json);
    if (typeof value === "object" && value !== null && "type" in value && value.type === "header") {
      header = readHeader(value, line);
      yield { type: "expected", rows: Object.values(header.counts).reduce((a, b) => a + b, 0) };
      continue;
    }
    const item = await decode(value, line);
    if (scope && !isWithin(fromScopeColumns(item.row), scope)) {
      throw lineError(line, "belongs to another scope than the one that the call names");
    }
    yield item;
  }

  async function decode(value: unknown, line: number): Promise<LineRow> {
    if (typeof value === "string")
      return decodeForeign(engine, value, { line, scope, reportId, redactor });
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw lineError(line, "is neither an object nor a string");
    }
    const { type } = value as { type?: unknown };
    if (isLineType(type) && header) {
      const { vector, ...rest } = value as Record<string, unknown>;
      // Vectors of another space mean nothing here: the text is embedded again.
      const isOurs = header.embedder === embedder.id && header.dimensions === embedder.dimensions;
      const given = isOurs && vector !== undefined ? { ...rest, vector } : rest;
      return decodeLine(type, given, {
        line,
        embedder: embedder.id,
        dimensions: embedder.dimensions,
      });
    }
    if (isForeignMemory(value))
      return decodeForeign(engine, value, { line, scope, reportId, redactor });
    throw lineError(
      line,
      isLineType(type)
        ? "comes without the header that begins an export"
        : `is none of ${Object.keys(LINE_TABLES).join(", ")}, no memory with the property "memory", and no string`,
    );
  }
}

function parse({ text, line }: JsonText): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw lineError(line, "is not JSON", cause);
  }
}

/** Version 2 added relations, which a line of version 1 does without. */
const READABLE_VERSIONS: ReadonlySet<unknown> = new Set([1, FORMAT_VERSION]);

function readHeader(value: object, line: number): Header {
  const { formatVersion } = value as { formatVersion?: unknown };
  if (!READABLE_VERSIONS.has(formatVersion)) {
    throw lineError(
      line,
      `is of format version ${String(formatVersion)}, and this package reads up to ${FORMAT_VERSION}: update @palimpsest/core`,
    );
  }
  const parsed = headerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw lineError(line, `is no header: ${issue?.path.join(".")}: ${issue?.message}`, parsed.error);
}

function isLineType(type: unknown): type is LineType {
  return typeof type === "string" && Object.hasOwn(LINE_TABLES, type);
}

import type { Engine } from "../engine.ts";
import { StoreError, messageOf } from "../errors.ts";
import { redactInput } from "../redact/redact-input.ts";
import { parseScope, type Scope } from "../scope.ts";
import type { LineRow } from "./decode-line.ts";
import type { LineCounts } from "./line-format.ts";
import { readLines } from "./read-lines.ts";
import type { TextSource } from "./split-json.ts";
import { createLineWriter, type LineWriter } from "./write-lines.ts";

/** What `import` takes. */
export interface ImportOptions {
  /** Whose the texts and records are that carry no ids; what carries others is refused then. */
  scope?: Scope | undefined;
  /** Told after each batch of at most 256 rows. */
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  /** Rows that were dealt with: written, or there already. */
  done: number;
  /** Rows in all, when the source says so. */
  total?: number;
}

/** What an import brought. */
export interface ImportResult {
  imported: { versions: number; episodes: number; decisions: number; summaries: number };
  /** Rows that were there already. */
  skipped: number;
}

/** Rows that are embedded and written at once. */
const BATCH = 256;

/**
 * Takes in an export, one of mem0, or texts, as a stream. What is there already stays as it is. An
 * export of ours is a copy of a store, and not redacted again; the others are new here, and are.
 *
 * @throws {InvalidInputError} when a line is bad, with its number. Nothing of the import is kept then,
 * nor when it is aborted or fails otherwise.
 */
export async function importLines(
  engine: Engine,
  source: TextSource,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { onProgress, signal } = options;
  const scope = options.scope === undefined ? undefined : parseScope(options.scope);
  const store = await engine.store();
  const writer = createLineWriter(engine, store);
  const counts: LineCounts = { episode: 0, version: 0, decision: 0, summary: 0 };
  let [done, total] = [0, 0];
  let batch: LineRow[] = [];
  try {
    await redactInput(engine, scope, async (redactor) => {
      const call = { scope, reportId: engine.settings.newId(), redactor };
      for await (const item of readLines(engine, source, call)) {
        if (item.type === "expected") total += item.rows;
        else batch.push(item);
        if (batch.length === BATCH) await writeBatch();
      }
      await writeBatch();
    });
  } catch (error) {
    await takeBack(writer, error);
    throw error;
  }
  const { version: versions, episode: episodes, decision: decisions, summary: summaries } = counts;
  const skipped = done - versions - episodes - decisions - summaries;
  return { imported: { versions, episodes, decisions, summaries }, skipped };

  async function writeBatch(): Promise<void> {
    signal?.throwIfAborted();
    if (batch.length === 0) return;
    const written = await writer.write(batch, signal);
    for (const type of ["episode", "version", "decision", "summary"] as const) {
      counts[type] += written[type];
    }
    if (batch.some(isPending)) engine.expectRetry(engine.settings.now());
    done += batch.length;
    batch = [];
    onProgress?.({ done, ...(total > 0 && { total }) });
  }
}

function isPending({ type, row }: LineRow): boolean {
  return type === "episode" && row.status === "pending";
}

async function takeBack(writer: LineWriter, reason: unknown): Promise<void> {
  try {
    await writer.takeBack();
  } catch (error) {
    throw new StoreError(
      `The import failed, and what it had written could not be taken back: ${messageOf(error)}`,
      { operation: "take an import back", cause: new AggregateError([reason, error]) },
    );
  }
}

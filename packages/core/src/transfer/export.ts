import type { Engine } from "../engine.ts";
import { readBoolean } from "../input/read-values.ts";
import { readInclude } from "../look-up/include.ts";
import type { Condition } from "../ports/condition.ts";
import type { Table, Whose } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { parseScope, type Scope } from "../scope.ts";
import { encodeLine } from "./encode-line.ts";
import {
  FORMAT_VERSION,
  type HeaderLine,
  LINE_TABLES,
  type LineCounts,
  type LineRows,
  type LineType,
} from "./line-format.ts";

/** What `export` takes. */
export type ExportOptions = Scope & {
  /** `subtree`: also what carries more ids than the given ones, like the user's sessions. */
  include?: "subtree" | undefined;
  /** Whether versions carry their vectors: larger by a half, and nothing is embedded again. Default: false. */
  vectors?: boolean | undefined;
  signal?: AbortSignal | undefined;
};

/** Rows that are read at once: all that an export ever holds. */
const PAGE = 500;

const TYPES = Object.keys(LINE_TABLES) as LineType[];

/**
 * Everything that carries exactly the given ids, as JSON lines, a page at a time: a header, then the
 * exchanges, the versions of memories, the decisions and the summaries, each in the order of their keys.
 */
export async function* exportLines(
  engine: Engine,
  options: ExportOptions,
): AsyncGenerator<string, void, undefined> {
  const scope = parseScope(options);
  const include = readInclude(options.include);
  const vectors = readBoolean(options.vectors, "vectors") ?? false;
  const whose = { type: include.has("subtree") ? "subtree" : "exact", scope } as const;
  yield await engine.call("export", async () => writeHeader(engine, whose, vectors));
  for (const type of TYPES) {
    for (let behind: string | undefined; ;) {
      options.signal?.throwIfAborted();
      const rows = await engine.call("export", async () =>
        readPage(engine, type, { whose, behind, vectors }),
      );
      for (const row of rows) yield encodeLine(type, row);
      if (rows.length < PAGE) break;
      behind = rows.at(-1)?.key;
    }
  }
}

async function writeHeader(engine: Engine, whose: Whose, vectors: boolean): Promise<string> {
  const store = await engine.store();
  await engine.finished.flush();
  const [episode, version, decision, summary] = await Promise.all([
    store.episodes.count(whose),
    store.memories.count(whose),
    store.decisions.count(whose),
    store.sessions.count(whose),
  ]);
  const { id: embedder, dimensions } = engine.settings.embedder;
  const counts: LineCounts = { episode, version, decision, summary };
  const header: HeaderLine = {
    type: "header",
    format: "palimpsest",
    formatVersion: FORMAT_VERSION,
    embedder,
    dimensions,
    vectors,
    counts,
  };
  return `${JSON.stringify(header)}\n`;
}

async function readPage<TYPE extends LineType>(
  engine: Engine,
  type: TYPE,
  { whose, behind, vectors }: { whose: Whose; behind: string | undefined; vectors: boolean },
): Promise<LineRows[TYPE][]> {
  const store = await engine.store();
  const query = {
    where: behind === undefined ? undefined : isBehind(behind),
    orderBy: { column: "key" },
    limit: PAGE,
  } as const;
  if (type === "version") {
    const rows = await store.memories.find(whose, { ...query, withVector: vectors });
    return rows as LineRows[TYPE][];
  }
  const table = store[LINE_TABLES[type]] as unknown as Table<StoredRow>;
  return (await table.find(whose, query)) as LineRows[TYPE][];
}

function isBehind(key: string): Condition<StoredRow> {
  return { column: "key", isAbove: key };
}

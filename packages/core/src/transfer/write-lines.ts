import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import type { MemoryStore, Table, TableName } from "../ports/memory-store.ts";
import type { StoredRow, VersionRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, ownerKey } from "../scope.ts";
import { admitVersions, type VersionLine } from "./admit-versions.ts";
import type { LineRow } from "./decode-line.ts";
import { lineError } from "./line-error.ts";
import { LINE_TABLES, type LineType } from "./line-format.ts";

/** Takes lines into the store, and takes them back if need be. */
export interface LineWriter {
  /** Writes those lines that are not there yet: how many of each type. */
  write(lines: readonly LineRow[], signal?: AbortSignal): Promise<Record<LineType, number>>;
  /** Erases everything that was written. */
  takeBack(): Promise<void>;
}

/** A writer that has written nothing yet. */
export function createLineWriter(engine: Engine, store: MemoryStore): LineWriter {
  const written: Record<TableName, string[]> = {
    memories: [],
    episodes: [],
    sessions: [],
    decisions: [],
  };
  const renamed = new Map<string, string>();

  return {
    async write(lines, signal) {
      return {
        episode: await writeRows("episode", linesOf("episode", lines)),
        version: await writeVersions(linesOf("version", lines), signal),
        decision: await writeRows("decision", linesOf("decision", lines)),
        summary: await writeRows("summary", linesOf("summary", lines)),
      };
    },
    async takeBack() {
      if (Object.values(written).every((keys) => keys.length === 0)) return;
      await store.erase({ remove: written, amend: [] });
    },
  };

  async function writeVersions(lines: VersionLine[], signal?: AbortSignal): Promise<number> {
    const rows = (await admitVersions(store, lines, renamed)).map(({ row }) => row);
    const bare = rows.filter(({ vector }) => vector === undefined);
    const texts = bare.map(({ text }) => text);
    const vectors = await embedTexts(engine, texts, { purpose: "document", signal });
    const embedded = new Map(bare.map((row, index) => [row, vectors[index]]));
    const complete = rows.map((row): VersionRow => {
      const vector = row.vector ?? embedded.get(row);
      return vector === undefined ? row : { ...row, vector };
    });
    return insert("memories", complete);
  }

  async function writeRows(
    type: Exclude<LineType, "version">,
    lines: readonly { line: number; row: StoredRow }[],
  ): Promise<number> {
    const name = LINE_TABLES[type];
    const table = store[name] as unknown as Table<StoredRow>;
    const keys = lines.map(({ row }) => row.key);
    const stored = await table.find(
      { type: "everyone" },
      { where: { column: "key", isOneOf: keys } },
    );
    const known = new Map(stored.map((row) => [row.key, row]));
    const missing = lines.filter(({ line, row }) => {
      const other = known.get(row.key);
      if (other && ownerOf(other) !== ownerOf(row)) {
        throw lineError(
          line,
          `has the key of ${type === "episode" ? "an" : "a"} ${type} of somebody else`,
        );
      }
      known.set(row.key, row);
      return other === undefined;
    });
    return insert(
      name,
      missing.map(({ row }) => row),
    );
  }

  async function insert(name: TableName, rows: readonly StoredRow[]): Promise<number> {
    if (rows.length === 0) return 0;
    const keys = rows.map(({ key }) => key);
    // Before it is certain: what was written by a call that fails is taken back, too.
    written[name].push(...keys);
    const { refused } = await (store[name] as unknown as Table<StoredRow>).insert(rows);
    if (refused.length > 0) {
      const others = new Set(refused);
      written[name] = written[name].filter((key) => !others.has(key));
    }
    return rows.length - refused.length;
  }
}

function linesOf<TYPE extends LineType>(
  wanted: TYPE,
  lines: readonly LineRow[],
): Extract<LineRow, { type: TYPE }>[] {
  return lines.filter((one): one is Extract<LineRow, { type: TYPE }> => one.type === wanted);
}

function ownerOf(row: StoredRow): string {
  return ownerKey(fromScopeColumns(row));
}

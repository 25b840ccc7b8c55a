import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import type { Condition } from "../ports/condition.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryRecord } from "../record.ts";
import { IS_HELD_BACK, IS_LAST_OF_ITS_MEMORY, isCurrent } from "../reading.ts";
import type { Scope } from "../scope.ts";
import { readCursor, toCursor } from "./cursor.ts";
import { readFilters, type Filters } from "./filters.ts";
import { readInclude, readWhose, type Include } from "./include.ts";
import { toRecord } from "./to-record.ts";

/** What `count` takes. */
export type CountOptions = Scope & {
  filters?: Filters | undefined;
  include?: Include | readonly Include[] | undefined;
};

/** What `list` takes. */
export type ListOptions = CountOptions & {
  /** Where the last page ended. */
  cursor?: string | undefined;
  /** Default: 100; at most 10,000. */
  limit?: number | undefined;
};

/** Memories in the order of their creation, oldest first; `cursor` is there when more follow. */
export interface Page<RESULT> {
  results: RESULT[];
  cursor?: string;
}

/** Rows that are read at once. */
const LARGEST_PAGE = 1_000;

/** One page of the memories of a scope. */
export async function list(engine: Engine, options: ListOptions): Promise<Page<MemoryRecord>> {
  const limit = readCount(options.limit, "limit", { least: 1, otherwise: 100 });
  const [after] = readCursor(options.cursor, 1);
  const results: MemoryRecord[] = [];
  for await (const record of walk(engine, options, { after, expected: limit + 1 })) {
    if (results.length === limit) return { results, cursor: toCursor([results.at(-1)?.id ?? ""]) };
    results.push(record);
  }
  return { results };
}

/** How many memories `list` would give in all. */
export async function count(engine: Engine, options: CountOptions): Promise<number> {
  const include = readInclude(options.include);
  if (options.filters === undefined && !include.has("superseded")) {
    const store = await engine.store();
    return store.memories.count(readWhose(options, include), toCondition(include, engine));
  }
  let total = 0;
  for await (const _ of walk(engine, options)) total++;
  return total;
}

/** The wanted memories, one after another, from behind an id on. */
async function* walk(
  engine: Engine,
  options: CountOptions,
  { after = "", expected = LARGEST_PAGE }: { after?: string | undefined; expected?: number } = {},
): AsyncGenerator<MemoryRecord> {
  const include = readInclude(options.include);
  const whose = readWhose(options, include);
  const accepts = readFilters(options.filters);
  const wanted = toCondition(include, engine);
  // One more than expected, because the last of a page is read again with the next one.
  const limit = options.filters === undefined ? Math.min(expected + 1, LARGEST_PAGE) : LARGEST_PAGE;
  const store = await engine.store();
  for (let behind = after; ;) {
    const rows = await store.memories.find(whose, {
      where: { all: [wanted, { column: "memoryId", isAbove: behind }] },
      orderBy: { column: "memoryId" },
      limit,
    });
    const memories = lastVersions(rows);
    const isLastPage = rows.length < limit;
    // A restored memory answers with two versions, of which the page may have cut off the later.
    if (!isLastPage && memories.length > 1) memories.pop();
    yield* memories.map(toRecord).filter(accepts);
    const last = memories.at(-1);
    if (isLastPage || last === undefined) return;
    behind = last.memoryId;
  }
}

function toCondition(include: ReadonlySet<Include>, { settings }: Engine): Condition<VersionRow> {
  const wanted = include.has("superseded") ? IS_LAST_OF_ITS_MEMORY : isCurrent(settings.now());
  return include.has("quarantined") ? { any: [wanted, IS_HELD_BACK] } : wanted;
}

/** The highest version of each memory, in their order. */
function lastVersions(rows: readonly VersionRow[]): VersionRow[] {
  const byMemory = new Map<string, VersionRow>();
  for (const row of rows) {
    const other = byMemory.get(row.memoryId);
    if (other === undefined || other.version < row.version) byMemory.set(row.memoryId, row);
  }
  return [...byMemory.values()];
}

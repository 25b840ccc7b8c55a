import type { Memory, MemoryRecord, MemoryVersion } from "@palimpsest/core";
import type { Panel, PanelMemory, Underneath } from "../wire.ts";

const PAGE = 200;

/** All that the panel shows of a user, as of a moment or now. */
export async function readPanel(
  memory: Pick<Memory, "list" | "history">,
  { userId, asOf }: { userId: string; asOf?: Date | undefined },
): Promise<Panel> {
  const records = await listAll(memory, userId);
  const versions = await readVersions(memory, records);
  const shown = asOf
    ? heldAt(versions, asOf)
    : records.filter(({ status }) => status === "current").map((record) => onTop(record, versions));
  return { memories: shown.toSorted(newestFirst), moments: readMoments(versions) };
}

/** Every memory in its last version: those of the user's sessions and superseded ones, too. */
async function listAll(memory: Pick<Memory, "list">, userId: string): Promise<MemoryRecord[]> {
  const records: MemoryRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await memory.list({
      userId,
      include: ["subtree", "superseded"],
      limit: PAGE,
      cursor,
    });
    records.push(...page.results);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return records;
}

type Version = MemoryRecord | MemoryVersion;

/** All versions of the memories, by memory; of those that were never touched the record says it all. */
async function readVersions(
  memory: Pick<Memory, "history">,
  records: readonly MemoryRecord[],
): Promise<Map<string, Version[]>> {
  const replacing = new Set(records.flatMap(({ supersededBy }) => supersededBy ?? []));
  const entries = records.map(async (record): Promise<[string, Version[]]> => {
    const isUntouched = record.version === 1 && !replacing.has(record.id);
    if (isUntouched) return [record.id, [record]];
    return [record.id, (await memory.history(record.id, scopeOf(record))).results];
  });
  return new Map(await Promise.all(entries));
}

/** The scope in which a record is seen: one of a session is seen in that session only. */
function scopeOf({ userId = "", sessionId }: MemoryRecord) {
  return sessionId === undefined ? { userId } : { userId, sessionId };
}

/** A current memory, with the texts before it that were once true. */
function onTop(record: MemoryRecord, versions: ReadonlyMap<string, Version[]>): PanelMemory {
  const texts = new Map<string, Underneath>();
  for (const version of versions.get(record.id) ?? []) {
    const { memory, validFrom, validTo } = version;
    const wasTrue = validTo !== undefined && validTo > validFrom;
    if (wasTrue && memory !== record.memory) texts.set(memory, { memory, validFrom, validTo });
  }
  return toPanelMemory(record, [...texts.values()].toReversed());
}

/** The versions that were true at a moment, by present knowledge; of each memory the latest. */
function heldAt(versions: ReadonlyMap<string, Version[]>, asOf: Date): PanelMemory[] {
  const held = new Map<string, Version>();
  for (const version of [...versions.values()].flat()) {
    const { id, status, validFrom, validTo } = version;
    const isHeld = validFrom <= asOf && (validTo === undefined || asOf < validTo);
    const isLater = (held.get(id)?.version ?? 0) < version.version;
    if (status !== "retracted" && isHeld && isLater) held.set(id, version);
  }
  return [...held.values()].map((version) => toPanelMemory(version, []));
}

function toPanelMemory(version: Version, underneath: Underneath[]): PanelMemory {
  const { id, memory, kind, sessionId, validFrom, validTo } = version;
  return {
    id,
    memory,
    kind,
    ...(sessionId !== undefined && { sessionId }),
    validFrom,
    ...(validTo !== undefined && { validTo }),
    underneath,
  };
}

/** When something began or ceased to be true, oldest first. */
function readMoments(versions: ReadonlyMap<string, Version[]>): Date[] {
  const times = [...versions.values()]
    .flat()
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [validTo] : [])])
    .map((moment) => moment.getTime());
  return [...new Set(times)].toSorted((a, b) => a - b).map((time) => new Date(time));
}

function newestFirst(a: PanelMemory, b: PanelMemory): number {
  return b.validFrom.getTime() - a.validFrom.getTime() || (a.id < b.id ? 1 : -1);
}

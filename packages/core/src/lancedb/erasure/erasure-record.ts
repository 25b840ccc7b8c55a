import { randomUUID } from "node:crypto";
import type { Connection } from "@lancedb/lancedb";
import type { Amendment, Erasure } from "../../ports/erasure.ts";
import type { TableName } from "../../ports/memory-store.ts";
import { TABLE_NAMES } from "../../ports/tables.ts";
import { listTables } from "../list-tables.ts";

/** What the names of the tables begin with that hold an erasure under way, one table each. */
const PREFIX = "erasure_";

/** An erasure that was written down, to be completed whatever happens. */
export interface RecordedErasure {
  /** The table that holds it. */
  readonly name: string;
  readonly erasure: Erasure;
}

/** A row of such a table: a key to be removed, or with an amendment, as JSON, one to be amended. */
interface Entry {
  readonly place: TableName;
  readonly key: string;
  readonly amendment: string;
}

/** Writes an erasure down, in one commit: it holds keys, states and times, and no words. */
export async function recordErasure(connection: Connection, erasure: Erasure): Promise<string> {
  const name = `${PREFIX}${randomUUID()}`;
  const entries: Entry[] = [
    ...TABLE_NAMES.flatMap((place) =>
      erasure.remove[place].map((key) => ({ place, key, amendment: "" })),
    ),
    ...erasure.amend.map((amendment) => ({
      place: "memories" as const,
      key: amendment.key,
      amendment: JSON.stringify(amendment),
    })),
  ];
  await connection.createTable(name, entries as unknown as Record<string, unknown>[]);
  return name;
}

/** The names of the tables that hold erasures. */
export async function listErasures(connection: Connection): Promise<string[]> {
  return (await listTables(connection)).filter((name) => name.startsWith(PREFIX));
}

/** The erasures that were written down and not completed. */
export async function readErasures(connection: Connection): Promise<RecordedErasure[]> {
  const recorded: RecordedErasure[] = [];
  for (const name of await listErasures(connection)) {
    const entries = await readEntries(connection, name);
    if (entries === undefined) await dropErasure(connection, name);
    else recorded.push({ name, erasure: toErasure(entries) });
  }
  return recorded;
}

/** Forgets an erasure that is complete. */
export async function dropErasure(connection: Connection, name: string): Promise<void> {
  try {
    await connection.dropTable(name);
  } catch (error) {
    // Another process that came upon it has completed and dropped it too.
    if (!isNoTable(error)) throw error;
  }
}

/** `undefined` when it never came to the commit: then nothing was erased, and nobody was told so. */
async function readEntries(connection: Connection, name: string): Promise<Entry[] | undefined> {
  try {
    const table = await connection.openTable(name);
    const rows = await table.query().select(["place", "key", "amendment"]).toArray();
    return rows.map(({ place, key, amendment }: Entry) => ({ place, key, amendment }));
  } catch (error) {
    if (isNoTable(error)) return undefined;
    throw error;
  }
}

function isNoTable(error: unknown): boolean {
  return error instanceof Error && /^Table '.*' was not found/.test(error.message);
}

function toErasure(entries: readonly Entry[]): Erasure {
  const removed = entries.filter(({ amendment }) => amendment === "");
  const keysOf = (name: TableName) =>
    removed.filter(({ place }) => place === name).map(({ key }) => key);
  return {
    remove: {
      memories: keysOf("memories"),
      episodes: keysOf("episodes"),
      sessions: keysOf("sessions"),
      decisions: keysOf("decisions"),
    },
    amend: entries.flatMap(({ amendment }) => (amendment === "" ? [] : [toAmendment(amendment)])),
  };
}

function toAmendment(json: string): Amendment {
  const { supersededAt, validTo, ...rest } = JSON.parse(json) as Amendment;
  return {
    ...rest,
    ...(supersededAt && { supersededAt: new Date(supersededAt) }),
    ...(validTo && { validTo: new Date(validTo) }),
  };
}

import type {
  Checkpoint,
  CheckpointMetadata,
  CheckpointTuple,
  SerializerProtocol,
} from "@langchain/langgraph-checkpoint";
import type { DurableTable } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { newestOfEach } from "./find-rows.ts";
import { isLegacy, migratePendingSends } from "./migrate-pending-sends.ts";
import { unpackValues } from "./pack-values.ts";
import { toConfig } from "./read-config.ts";
import { resolveWrites } from "./resolve-writes.ts";
import { type CheckpointAddress, readAddress, toBlobKey, toWritesPrefix } from "./row-keys.ts";

/** What checkpoints are read from, and with. */
export interface Reading {
  readonly table: DurableTable<CheckpointRow>;
  readonly serde: SerializerProtocol;
}

/** A checkpoint without the values of its channels. */
interface Head {
  readonly address: CheckpointAddress;
  readonly parent: CheckpointAddress | undefined;
  readonly checkpoint: Checkpoint;
  readonly metadata: CheckpointMetadata;
  /** The values that are wanted of it. */
  readonly blobs: readonly { readonly channel: string; readonly key: string }[];
}

/** What the heads of some checkpoints refer to. */
interface Belongings {
  readonly blobs: ReadonlyMap<string, PayloadRow>;
  /** By what the keys of the writes of a checkpoint begin with. */
  readonly writes: ReadonlyMap<string, PayloadRow[]>;
}

type PayloadRow = Pick<CheckpointRow, "key" | "stamp" | "payload">;

/**
 * The checkpoints of rows, complete, in the same order: one query for all of their values and writes.
 * Where `channels` are given, only their values are loaded.
 */
export async function loadTuples(
  rows: readonly CheckpointRow[],
  reading: Reading,
  channels?: ReadonlySet<string>,
): Promise<CheckpointTuple[]> {
  if (rows.length === 0) return [];
  const heads = await Promise.all(rows.map(async (row) => readHead(row, reading.serde, channels)));
  const belongings = await findBelongings(heads, reading);
  return Promise.all(heads.map(async (head) => toTuple(head, belongings, reading.serde)));
}

/** The value of a payload that holds one, as the serialiser gives it back. */
export async function loadValue<VALUE>(
  payload: Uint8Array | undefined,
  serde: SerializerProtocol,
): Promise<VALUE> {
  const [value] = await unpackValues(payload);
  return (value && (await serde.loadsTyped(value.type, value.bytes))) as VALUE;
}

async function readHead(
  row: CheckpointRow,
  serde: SerializerProtocol,
  channels: ReadonlySet<string> | undefined,
): Promise<Head> {
  const address = readAddress(row.key);
  const checkpoint = await loadValue<Checkpoint>(row.payload, serde);
  return {
    address,
    parent: row.parent === undefined ? undefined : { ...address, checkpointId: row.parent },
    checkpoint,
    metadata: await loadValue(row.metadata, serde),
    blobs: toBlobKeys(address, checkpoint).filter(({ channel }) => channels?.has(channel) ?? true),
  };
}

/** Of each channel that has a version, the key of the value that it has in it. */
export function toBlobKeys(
  address: CheckpointAddress,
  checkpoint: Checkpoint,
): { channel: string; key: string }[] {
  return Object.entries(checkpoint.channel_versions).map(([channel, version]) => ({
    channel,
    key: toBlobKey(address, channel, version),
  }));
}

async function findBelongings(heads: readonly Head[], { table }: Reading): Promise<Belongings> {
  const keys = new Set(heads.flatMap(({ blobs }) => blobs.map(({ key }) => key)));
  const prefixes = new Set(
    heads
      .flatMap((head) => [head.address, sendsOf(head)].flatMap((one) => one ?? []))
      .map(toWritesPrefix),
  );
  const rows = await table.find({
    where: {
      any: [
        { column: "key", isOneOf: [...keys] },
        ...Array.from(prefixes, (prefix) => ({ column: "key" as const, startsWith: prefix })),
      ],
    },
    columns: ["key", "stamp", "payload"],
  });
  const writes = rows.filter(({ key }) => !keys.has(key));
  return {
    // With versions that only count, a blob may be written twice. The last is right.
    blobs: newestOfEach(rows.filter(({ key }) => keys.has(key))),
    writes: Map.groupBy(writes, ({ key }) => toWritesPrefix(readAddress(key))),
  };
}

/** The checkpoint whose writes say what a legacy one is to send. */
function sendsOf({ checkpoint, parent }: Head): CheckpointAddress | undefined {
  return isLegacy(checkpoint) ? parent : undefined;
}

async function toTuple(
  head: Head,
  { blobs, writes }: Belongings,
  serde: SerializerProtocol,
): Promise<CheckpointTuple> {
  const { address, parent, metadata } = head;
  const pendingOf = async (of: CheckpointAddress) =>
    resolveWrites(writes.get(toWritesPrefix(of)) ?? [], serde);
  const values = await Promise.all(
    head.blobs.map(async ({ channel, key }): Promise<[string, unknown][]> => {
      const payload = blobs.get(key)?.payload;
      // Absent stays absent: a value of an older version would be a wrong one.
      return payload ? [[channel, await loadValue(payload, serde)]] : [];
    }),
  );
  const complete = { ...head.checkpoint, channel_values: Object.fromEntries(values.flat()) };
  const sends = sendsOf(head);
  const checkpoint = sends ? migratePendingSends(complete, await pendingOf(sends)) : complete;
  return {
    config: toConfig(address),
    checkpoint,
    metadata,
    ...(parent ? { parentConfig: toConfig(parent) } : {}),
    pendingWrites: await pendingOf(address),
  };
}

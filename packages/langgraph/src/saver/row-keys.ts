/** What a row is. */
export type RowKind = "blob" | "checkpoint" | "write";

/** Where a checkpoint is. */
export interface CheckpointAddress {
  readonly threadId: string;
  readonly namespace: string;
  readonly checkpointId: string;
}

// Names are data: any character may stand in them. What sorts before a quotation mark would end a label
// or sort before its end, and lone surrogates are not UTF-8: those become "!" and four digits.
const ESCAPED = /[^"-\u{D7FF}\u{E000}-\u{10FFFF}]/gu;

/**
 * The key that consists of labels. Each is escaped and ended by a space, so that the key of some labels
 * is a prefix of all keys that begin with these labels, and of no other: thread "a" is neither "ab" nor
 * "a b". Keys sort like their labels.
 */
function toKey(...labels: readonly string[]): string {
  return labels.map((label) => `${label.replaceAll(ESCAPED, escapeUnit)} `).join("");
}

function escapeUnit(unit: string): string {
  return `!${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The labels of a key. */
function fromKey(key: string): string[] {
  return key
    .slice(0, -1)
    .split(" ")
    .map((label) =>
      label.replaceAll(/!([0-9a-f]{4})/g, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
    );
}

/** What all keys of a thread begin with; of one kind, if that is given; in one namespace, if that is, too. */
export function toPrefix(threadId: string, kind?: RowKind, namespace?: string): string {
  return toKey(...[threadId, kind, namespace].filter((label) => label !== undefined));
}

export function toCheckpointKey({ threadId, namespace, checkpointId }: CheckpointAddress): string {
  return toKey(threadId, "checkpoint", namespace, checkpointId);
}

/** A key above those of all earlier checkpoints of the namespace, and below that of this one. */
export function toKeyBefore(address: CheckpointAddress): string {
  return toCheckpointKey(address).slice(0, -1);
}

/** What a key stands for. */
export function readKind(key: string): RowKind {
  return fromKey(key)[1] as RowKind;
}

/** The checkpoint that a key of a checkpoint or of writes belongs to. */
export function readAddress(key: string): CheckpointAddress {
  const [threadId = "", , namespace = "", checkpointId = ""] = fromKey(key);
  return { threadId, namespace, checkpointId };
}

/** The task that a key of writes belongs to. */
export function readTask(key: string): string {
  return fromKey(key)[4] ?? "";
}

/** What the keys of all writes of a checkpoint begin with. */
export function toWritesPrefix({ threadId, namespace, checkpointId }: CheckpointAddress): string {
  return toKey(threadId, "write", namespace, checkpointId);
}

/** The key of the writes of one call, of which a task may make several. */
export function toWritesKey(address: CheckpointAddress, taskId: string, stamp: string): string {
  return toWritesPrefix(address) + toKey(taskId, stamp);
}

export function toBlobKey(
  { threadId, namespace }: Omit<CheckpointAddress, "checkpointId">,
  channel: string,
  version: string | number,
): string {
  return toKey(threadId, "blob", namespace, channel, String(version));
}

/** The key as another thread has it. */
export function moveKey(key: string, to: string): string {
  return toKey(to) + key.slice(key.indexOf(" ") + 1);
}

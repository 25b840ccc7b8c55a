import type { Memory } from "../../memory.ts";

export const alice = { userId: 'al"ice\n\uD800 ü' };
export const bob = { userId: "bob" };

/** All lines of Alice's export with everything under her id, and behind them those of Bob's. */
export async function exportAll(memory: Memory, vectors: boolean): Promise<string[]> {
  const options = { include: "subtree", vectors } as const;
  return [
    ...(await collect(memory.export({ ...alice, ...options }))),
    ...(await collect(memory.export({ ...bob, ...options }))),
  ];
}

/** The lines of one export. */
export async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Operation, Outcome } from "../integrity/perform.ts";

/** What a victim is to do. */
export interface VictimOrders {
  readonly uri: string;
  readonly seed: number;
  /** What the one before it had begun and may have done: to be done again, and not twice. */
  readonly retries: readonly Operation[];
}

/** What a victim tells. */
export type VictimMessage =
  | { type: "ready" }
  | { type: "begun"; operation: Operation }
  | { type: "ended"; operation: Operation; outcome: Outcome }
  | { type: "trouble"; message: string };

/** What is known of a process that was killed at its work. */
export interface Testimony {
  readonly ended: readonly { operation: Operation; outcome: Outcome }[];
  /** Begun, and never heard of again. */
  readonly open: readonly Operation[];
  /** What failed behind its calls. */
  readonly troubles: readonly string[];
}

const SCRIPT = fileURLToPath(new URL("victim.ts", import.meta.url));

/**
 * Lets a process work, and kills it with SIGKILL so many milliseconds after it opened the memory, or
 * after its start when it did not get that far.
 */
export async function killAtWork(
  orders: VictimOrders,
  { afterMs, whileOpening }: { afterMs: number; whileOpening: boolean },
): Promise<Testimony> {
  const child = fork(SCRIPT, { execArgv: ["--conditions=@palimpsest/source"] });
  const messages: VictimMessage[] = [];
  const isReady = new Promise<void>((resolve) => {
    child.on("message", (message: VictimMessage) => {
      messages.push(message);
      if (message.type === "ready") resolve();
    });
  });
  const isOver = Promise.all([once(child, "exit"), once(child, "disconnect")]);
  child.send(orders);
  // One that ends before it is killed failed, and its message is on the terminal.
  if (!whileOpening) await Promise.race([isReady, isOver]);
  await setTimeout(afterMs);
  child.kill("SIGKILL");
  const [[code]] = await isOver;
  const ended = messages.filter((message) => message.type === "ended");
  const done = new Set(ended.map(({ operation }) => JSON.stringify(operation)));
  return {
    ended,
    open: messages.flatMap((message) =>
      message.type === "begun" && !done.has(JSON.stringify(message.operation))
        ? [message.operation]
        : [],
    ),
    troubles: messages
      .flatMap((message) => (message.type === "trouble" ? [message.message] : []))
      .concat(code === null ? [] : [`The process ended by itself, with code ${code}.`]),
  };
}

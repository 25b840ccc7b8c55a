import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchError } from "../bench-error.ts";
import type { Operation, Outcome } from "../integrity/perform.ts";

/** What a process is to do. */
export interface WriterOrders {
  readonly uri: string;
  readonly name: string;
  readonly seed: number;
  readonly operations: number;
  /** How many calls are under way at once. */
  readonly lanes: number;
  /** Memories that all processes change. */
  readonly shared: readonly { id: string; userId: string }[];
}

export interface WriterReport {
  readonly ended: readonly { operation: Operation; outcome: Outcome }[];
  /** What failed behind its calls. */
  readonly troubles: readonly string[];
}

/** A process that has the folder open and waits for the others. */
export interface Writer {
  /** Lets it begin. Resolves with its report when it is through. */
  go(): Promise<WriterReport>;
  kill(): void;
}

const SCRIPT = fileURLToPath(new URL("writer.ts", import.meta.url));

/**
 * Starts a process that waits until all are ready.
 *
 * @throws {BenchError} when it ends without a report.
 */
export async function startWriter(orders: WriterOrders): Promise<Writer> {
  const child = fork(SCRIPT, { execArgv: ["--conditions=@palimpsest/source"] });
  const isOver = Promise.all([once(child, "exit"), once(child, "disconnect")]);
  child.send(orders);
  await Promise.race([once(child, "message"), isOver]);
  return {
    async go() {
      let report: WriterReport | undefined;
      child.on("message", (message) => {
        report = message as WriterReport;
      });
      child.send("go");
      const [[code]] = await isOver;
      if (report) return report;
      throw new BenchError(`The process "${orders.name}" ended with code ${code}.`);
    },
    kill: () => child.kill("SIGKILL"),
  };
}

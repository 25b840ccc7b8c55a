import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchError } from "./bench-error.ts";

/**
 * What a script answers to a request, in a process of its own, which shares nothing with this one but
 * the disk, and whose memory is that of a server. The script gets the request as its first message, sends
 * one message, and disconnects; both are JSON.
 *
 * An abort ends the process, waits for that, and rejects with the signal's reason: Ctrl+C reaches a bench
 * that another one runs, and none of its processes.
 *
 * @throws {BenchError} when the process fails, or ends without an answer.
 */
export async function askNewProcess<ANSWER>(
  script: URL,
  request: object,
  signal: AbortSignal,
): Promise<ANSWER> {
  signal.throwIfAborted();
  const path = fileURLToPath(script);
  const child = fork(path, { execArgv: ["--conditions=@palimpsest/source"] });
  const stop = () => child.kill();
  signal.addEventListener("abort", stop, { once: true });
  let answer: { readonly of: ANSWER } | undefined;
  child.on("message", (message) => {
    answer = { of: message as ANSWER };
  });
  child.send(request);
  const [[code]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code === 0 && answer) return answer.of;
  throw new BenchError(`The process of ${path} ended with code ${code}, and gave no answer.`);
}

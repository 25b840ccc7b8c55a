import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchError } from "../bench-error.ts";

/** A model behind the OpenAI API that answers at once, with the words of the question. */
export interface ModelServer extends AsyncDisposable {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  /** The tokens of the prompts that reached it since the last time. */
  takePromptTokens(): Promise<number>;
}

const SCRIPT = fileURLToPath(new URL("model-server.ts", import.meta.url));

/**
 * Starts a model in a process of its own, so that its work takes nothing from the agents it answers.
 *
 * @throws {BenchError} when that process ends by itself.
 */
export async function startModelServer(): Promise<ModelServer> {
  const child = fork(SCRIPT, { execArgv: ["--conditions=@palimpsest/source"] });
  const exited = once(child, "exit");
  const nextMessage = async (): Promise<unknown> => {
    const message = once(child, "message");
    const ended = exited.then(([code]) => {
      throw new BenchError(`The process of the model ended with code ${code}.`);
    });
    const [content] = await Promise.race([message, ended]);
    return content;
  };
  const baseUrl = await nextMessage();
  return {
    baseUrl: String(baseUrl),
    async takePromptTokens() {
      const tokens = nextMessage();
      child.send("take");
      return Number(await tokens);
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

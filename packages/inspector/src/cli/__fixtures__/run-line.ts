import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { run } from "../run.ts";

/** What a run said, and how it ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Who sits before the run. */
interface Setting {
  /** What is typed or piped. */
  stdin?: string;
  /** Whether it is a terminal. Default: false. */
  isTTY?: boolean;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Runs a command line in this process. */
export async function runLine(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const { stdin = "", isTTY = false, env = {}, signal = new AbortController().signal } = setting;
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const [out, err] = [text(stdout), text(stderr)];
  const source = Object.assign(Readable.from(stdin === "" ? [] : [stdin]), { isTTY });
  const code = await run(args, { stdin: source, stdout, stderr, env, signal });
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

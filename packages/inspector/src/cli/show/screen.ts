import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import { escapeJson, spellLine } from "./spell-text.ts";

/** Where a run reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  stdin: Readable & { readonly isTTY?: boolean | undefined };
  stdout: Writable & { readonly isTTY?: boolean | undefined };
  stderr: Writable & { readonly isTTY?: boolean | undefined };
  /** `NO_COLOR` and `TERM` are read from it. */
  env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
}

type Style = "bold" | "dim" | "strikethrough";

/** What commands say things with. Resolves when it is written, so that a slow reader slows the command. */
export interface Screen {
  readonly terminal: Terminal;
  /** Lines on standard output. Texts of the store in them have to be spelt before. */
  print(...lines: readonly string[]): Promise<void>;
  /** One JSON value on standard output. */
  printJson(value: unknown): Promise<void>;
  /** A line beside the answer, on standard error, whatever its text. */
  note(text: string): Promise<void>;
  /** The text in a style, where standard output is a terminal that shows it; else as it is. */
  paint: (style: Style, text: string) => string;
}

/** The screen of a run. */
export function createScreen(terminal: Terminal): Screen {
  const { stdout, stderr, env } = terminal;
  const isPainted = stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  return {
    terminal,
    print: async (...lines) => write(stdout, lines.map((line) => `${line}\n`).join("")),
    printJson: async (value) => write(stdout, `${escapeJson(JSON.stringify(value, null, 2))}\n`),
    note: async (text) => write(stderr, `${spellLine(text)}\n`),
    paint: (style, text) => (isPainted ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** Resolves when the stream has taken the text; rejects with `EPIPE` when nobody reads any more. */
export async function write(stream: Writable, text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stream.write(text, (error) => (error ? reject(error) : resolve()));
  await promise;
}

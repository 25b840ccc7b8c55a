import { open, rename, rm } from "node:fs/promises";
import { defineCommand } from "../command.ts";
import { readWords } from "../flags/read-values.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToLook } from "../open-memory.ts";
import { type Terminal, write } from "../show/screen.ts";
import { type ShowProgress, withProgress } from "../show/show-progress.ts";
import { escapeJson } from "../show/spell-text.ts";

/** `palimpsest export`: everything of a scope as JSON lines. */
export const exportMemories = defineCommand({
  summary: "Write memories with their histories as JSON lines",
  synopsis: "--user ID [--out FILE]",
  mostWords: 0,
  flags: {
    ...SCOPE_FLAGS,
    out: { type: "string", value: "FILE", help: "a file (default: standard output)" },
    include: { type: "string", value: "subtree", multiple: true, help: "all sessions, too" },
    vectors: { type: "boolean", help: "with vectors: larger, and nothing is embedded again" },
  },
  details: `Memories in all their versions, exchanges, decisions and summaries that carry exactly
the ids; with --include subtree at least these. A file appears when it is whole.
It holds what people said: keep it as you would keep that.`,
  examples: [
    "export --user alice --include subtree --out alice.jsonl",
    "export --user alice | gzip > alice.jsonl.gz",
  ],
  async run({ values, screen, signal }) {
    const [include] = readWords(values.include, "--include", ["subtree"]) ?? [];
    const { vectors, out } = values;
    const options = { ...readScope(values), include, vectors, signal };
    await using memory = await openToLook(values);
    const { terminal } = screen;
    // Between the lines of a terminal a bar would stand in their way.
    if (out === undefined && terminal.stdout.isTTY === true) {
      await writeOut(terminal, memory.export(options));
      return;
    }
    await withProgress(terminal, "Exporting", async (show) => {
      const lines = watch(memory.export(options), show);
      if (out === undefined) await writeOut(terminal, lines);
      else await writeFile(out, lines);
    });
  },
});

/** The lines, and beside it how far they are by what the first of them promises. */
async function* watch(lines: AsyncIterable<string>, show: ShowProgress): AsyncGenerator<string> {
  let total: number | undefined;
  let done = 0;
  for await (const line of lines) {
    if (total === undefined) total = countRows(line);
    else show(++done, total);
    yield line;
  }
}

function countRows(header: string): number {
  const { counts } = JSON.parse(header) as { counts: Record<string, number> };
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

async function writeOut({ stdout }: Terminal, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) await write(stdout, escapeJson(line));
}

/** Beside its place until it is whole, so that half an export is never taken for one. */
async function writeFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await writeLines(unfinished, lines);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await using file = await open(path, "w");
  for await (const line of lines) await file.write(line);
  await file.sync();
}

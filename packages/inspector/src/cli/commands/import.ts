import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { defineCommand } from "../command.ts";
import { readOptionalScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToWrite } from "../open-memory.ts";
import type { Screen } from "../show/screen.ts";
import { showCounts } from "../show/show-counts.ts";
import { withProgress } from "../show/show-progress.ts";
import { UsageError } from "../usage-error.ts";

/** `palimpsest import`: takes in an export, one of mem0, or texts. */
export const importMemories = defineCommand({
  summary: "Take in an export, one of mem0, or a list of texts",
  synopsis: "FILE [--user ID]\n- [--user ID]",
  mostWords: 1,
  flags: SCOPE_FLAGS,
  details: `What is there already stays as it is, so importing twice changes nothing. A bad line
is named, and nothing of the import is kept then, nor after Ctrl+C. Lines say whose
they are; with --user and the like, those of anybody else are refused, and texts
without ids are theirs. "-" reads standard input.`,
  examples: [
    "import alice.jsonl",
    "import mem0.json --user alice",
    "import - --uri ./new < alice.jsonl",
  ],
  async run({ words: [path], values, screen, signal }) {
    if (path === undefined) throw new UsageError("Import what? Name a file, or - for its input.");
    const scope = readOptionalScope(values);
    // Before the memory is opened: where there is no such file, no folder is made.
    if (path !== "-") await access(path, constants.R_OK);
    await using memory = await openToWrite(values);
    const result = await withProgress(screen.terminal, "Importing", async (show) =>
      memory.import(read(path, screen, signal), {
        scope,
        onProgress: ({ done, total }) => show(done, total),
        signal,
      }),
    );
    if (values.json) return await screen.printJson(result);
    const { imported, skipped } = result;
    await screen.print(`Imported: ${showCounts(imported)}. There already: ${skipped}.`);
  },
});

/** The chunks of a file or of standard input. Nothing is opened, and nothing can fail, before they are asked for. */
async function* read(
  path: string,
  { terminal }: Screen,
  signal: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  const source = path === "-" ? terminal.stdin : createReadStream(path);
  yield* addAbortSignal(signal, source) as AsyncIterable<string | Uint8Array>;
}

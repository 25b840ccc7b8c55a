import { createReadStream } from "node:fs";
import { addAbortSignal } from "node:stream";
import { defineCommand } from "../command.ts";
import { readOptionalScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToWrite } from "../open-memory.ts";
import { showProgress } from "../show/show-progress.ts";
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
    if (path === undefined)
      throw new UsageError("Import what? Name a file, or - for standard input.");
    const scope = readOptionalScope(values);
    const source = path === "-" ? screen.terminal.stdin : createReadStream(path);
    addAbortSignal(signal, source);
    await using memory = await openToWrite(values);
    using progress = showProgress(screen.terminal, "Importing");
    const onProgress = ({ done, total }: { done: number; total?: number }) =>
      progress.show(done, total);
    const result = await memory.import(source, { scope, onProgress, signal });
    if (values.json) return await screen.printJson(result);
    const { versions, episodes, decisions, summaries } = result.imported;
    await screen.print(
      `Imported ${versions} versions of memories, ${episodes} exchanges, ${decisions} decisions and ${summaries} summaries; ${result.skipped} rows were there already.`,
    );
  },
});

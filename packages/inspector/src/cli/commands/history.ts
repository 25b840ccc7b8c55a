import type { MemoryVersion } from "@palimpsest/core";
import { defineCommand } from "../command.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToLook } from "../open-memory.ts";
import type { Screen } from "../show/screen.ts";
import { showSpan } from "../show/show-span.ts";
import { showMinute } from "../show/show-time.ts";
import { spellLine } from "../show/spell-text.ts";
import { UsageError } from "../usage-error.ts";

/** `palimpsest history`: how a memory came to say what it says. */
export const history = defineCommand({
  summary: "Show every version of a memory",
  synopsis: "ID --user ID",
  mostWords: 1,
  flags: SCOPE_FLAGS,
  details: `Oldest first, with the memories that it took the place of and those that took its
place. Each has two times: when it was true, and when it became known. The id is the
one that search and list show.`,
  examples: ["history 019ab0c2-5d1e-7c3a-9f00-2b6d1f0e8a11 --user alice"],
  async run({ words: [id], values, screen }) {
    if (id === undefined) throw new UsageError("Of which memory? search and list show the ids.");
    const scope = readScope(values);
    await using memory = await openToLook(values);
    const versions = await memory.history(id, scope);
    if (values.json) await screen.printJson(versions);
    else await screen.print(...versions.results.flatMap((version) => showVersion(version, screen)));
  },
});

function showVersion(version: MemoryVersion, { paint }: Screen): string[] {
  const { memory, status, operation, actor, reason, recordedAt, id } = version;
  const isPast = status === "superseded" || status === "retracted";
  const text = spellLine(memory);
  const decided = `${operation} by ${actor}: ${spellLine(reason)}`;
  const known = `known since ${showMinute(recordedAt)} UTC, version ${version.version} of ${spellLine(id)}`;
  return [
    `${isPast ? "○" : "●"} ${isPast ? paint("strikethrough", text) : paint("bold", text)}`,
    `│ ${showSpan(version)}, ${status}`,
    paint("dim", `│ ${decided}`),
    paint("dim", `│ ${known}`),
  ];
}

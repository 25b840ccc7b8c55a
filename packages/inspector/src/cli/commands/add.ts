import {
  type AddReport,
  type AddResult,
  type Change,
  type Decision,
  ModelCallError,
} from "@palimpsest/core";
import { defineCommand } from "../command.ts";
import { readDate } from "../flags/read-values.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToWrite } from "../open-memory.ts";
import { readMessages } from "../read-messages.ts";
import type { Screen } from "../show/screen.ts";
import { spellLine } from "../show/spell-text.ts";

/** `palimpsest add`: an exchange is read, and what it changed is said. */
export const add = defineCommand({
  summary: "Learn from a text or a conversation",
  synopsis: "TEXT --user ID\n--file FILE --user ID\n- --user ID",
  mostWords: 1,
  flags: {
    ...SCOPE_FLAGS,
    file: { type: "string", value: "FILE", help: "messages in OpenAI's format, or a text" },
    at: { type: "string", value: "DATE", help: "when it was said (default: now)" },
    "idempotency-key": { type: "string", value: "KEY", help: "the same key is learned from once" },
  },
  details: `A text is one message of the user; "-" reads standard input. A file or standard
input may also be a JSON array of messages: [{ "role": "user", "content": "…" }].
The exchange is kept as it is; facts in it are added, or take the place of memories
that they contradict. What was passed over or refused is said, too, and why.`,
  examples: [
    'add "I live in Berlin and I am vegetarian." --user alice',
    "add --file chat.json --user alice --session monday --at 2026-03-01",
    "add - --user alice --idempotency-key note-17 < note.txt",
  ],
  async run({ words: [text], values, screen, signal }) {
    const scope = readScope(values);
    const at = readDate(values.at, "--at");
    const messages = await readMessages({ text, file: values.file }, { screen, signal });
    await using memory = await openToWrite(values);
    const idempotencyKey = values["idempotency-key"];
    const result = await memory.add(messages, { ...scope, at, idempotencyKey, signal });
    if (values.json) await screen.printJson(result);
    else await screen.print(...showResult(result, screen));
    requireProcessed(result.report);
  },
});

function showResult({ results, report }: AddResult, screen: Screen): string[] {
  if (report.status === "duplicate") return ["Known already: this key was learned from before."];
  const passed = report.decisions.filter(({ operation }) => /^(NOOP|REJECTED)$/.test(operation));
  const lines = [...results.map(showChange), ...passed.map((one) => showPassed(one, screen))];
  if (lines.length === 0 && report.status === "processed") return ["Nothing new."];
  return lines;
}

function showChange({ event, memory, previousMemory, supersededBy }: Change): string {
  const isReplaced = event === "UPDATE" || supersededBy !== undefined;
  const before =
    isReplaced && previousMemory !== undefined ? `${spellLine(previousMemory)} → ` : "";
  return `${event.padEnd(8)}  ${before}${spellLine(memory)}`;
}

function showPassed({ operation, fact, memory, reason }: Decision, { paint }: Screen): string {
  return paint(
    "dim",
    `${operation.padEnd(8)}  ${spellLine(fact ?? memory ?? "")} (${spellLine(reason)})`,
  );
}

/** What waits is safe, and not done. */
function requireProcessed({ status, episodeId, error }: AddReport): void {
  if (status !== "pending") return;
  throw new ModelCallError(
    `The exchange is kept as ${episodeId} and not read yet: ${error?.message ?? "it waits for its turn."} It is taken up by the next add; do not add it again.`,
    { retryable: true },
  );
}

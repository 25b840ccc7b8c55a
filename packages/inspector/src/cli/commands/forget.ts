import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { ForgetReceipt, Memory, Scope } from "@palimpsest/core";
import { defineCommand } from "../command.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToLook } from "../open-memory.ts";
import type { Terminal } from "../show/screen.ts";
import { showCounts } from "../show/show-counts.ts";
import { spellLine } from "../show/spell-text.ts";
import { UsageError } from "../usage-error.ts";

const CONFIRMATION = "erase";

/** What of a scope is to be erased; nothing named is everything. */
interface Wanted {
  ids: readonly string[] | undefined;
  episodeIds: readonly string[] | undefined;
  query: string | undefined;
}

/** `palimpsest forget`: erasure, after a person said so. */
export const forget = defineCommand({
  summary: "Erase for good, with a receipt",
  synopsis: "--user ID [--ids ID | --episodes ID | --query TEXT] [--yes]",
  mostWords: 0,
  flags: {
    ...SCOPE_FLAGS,
    ids: { type: "string", value: "ID", multiple: true, help: "only these memories" },
    episodes: {
      type: "string",
      value: "ID",
      multiple: true,
      help: "only these exchanges, and what came of them",
    },
    query: { type: "string", value: "TEXT", help: "only what a search clearly finds" },
    yes: { type: "boolean", help: "without asking" },
  },
  details: `Without --ids, --episodes and --query everything under the ids goes, sessions too: rows,
histories, exchanges, and their bytes in the files. It cannot be undone. On a terminal
it asks first; elsewhere it needs --yes. Several ids: --ids A --ids B, or --ids A,B.`,
  examples: ["forget --user alice", "forget --user alice --query 'my old address' --yes --json"],
  async run({ values, screen, signal }) {
    const scope = readScope(values);
    const { query, yes: isConfirmed = false } = values;
    const wanted: Wanted = {
      ids: values.ids?.flatMap((text) => text.split(",")),
      episodeIds: values.episodes?.flatMap((text) => text.split(",")),
      query,
    };
    const { terminal } = screen;
    if (!isConfirmed && terminal.stdin.isTTY !== true) {
      throw new UsageError("Nothing was erased: nobody is here to be asked. Say --yes.");
    }
    const willSearch = query !== undefined;
    await using memory = await openToLook({ uri: values.uri, willSearch, mayErase: true });
    if (!isConfirmed) {
      await screen.note(`To be erased: ${await describe(memory, scope, wanted)}.`);
      await confirm(terminal, signal);
    }
    const receipt = await memory.forget({ ...scope, ...wanted, signal });
    if (values.json) await screen.printJson(receipt);
    else await screen.print(...showReceipt(receipt));
  },
});

async function describe(memory: Memory, scope: Scope, wanted: Wanted): Promise<string> {
  const parts = [
    wanted.ids && `memories ${wanted.ids.join(", ")}`,
    wanted.episodeIds && `exchanges ${wanted.episodeIds.join(", ")} and what came of them`,
    wanted.query && `what a search for "${wanted.query}" clearly finds`,
  ].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(", ");
  const include = ["subtree", "superseded", "quarantined"] as const;
  const count = await memory.count({ ...scope, include });
  return `everything of ${Object.values(scope).filter(Boolean).join(", ")}: ${count} memories, with histories and exchanges`;
}

/** Rejects when the person did not type the word. */
async function confirm({ stdin, stderr }: Terminal, signal: AbortSignal): Promise<void> {
  // With `terminal` the interface would take Ctrl+C for itself, and the process be told nothing.
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  // Where the input ends, the question would wait for ever (Node 24.19).
  const ended = once(lines, "close").then(() => "");
  const question = `It cannot be undone. Type ${CONFIRMATION} to go on: `;
  const answer = await Promise.race([lines.question(question, { signal }), ended]);
  lines.close();
  if (answer.trim() !== CONFIRMATION) throw new Error("Nothing was erased.");
}

function showReceipt({ id, erased, ids, idsHash, finishedAt }: ForgetReceipt): string[] {
  return [
    `Erased: ${showCounts(erased)}.`,
    ...(ids === undefined
      ? []
      : [`Memories that the query found: ${ids.map(spellLine).join(", ") || "none"}.`]),
    `Receipt ${id} of ${finishedAt.toISOString()}`,
    `SHA-256 of the keys: ${idsHash}`,
  ];
}

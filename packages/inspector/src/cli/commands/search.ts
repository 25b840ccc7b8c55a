import type { ExchangeMatch, MemoryMatch } from "@palimpsest/core";
import { defineCommand } from "../command.ts";
import { readDate, readShare, readWhole } from "../flags/read-values.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToLook } from "../open-memory.ts";
import type { Screen } from "../show/screen.ts";
import { showSpan } from "../show/show-span.ts";
import { showTable } from "../show/show-table.ts";
import { showDay } from "../show/show-time.ts";
import { spellLine } from "../show/spell-text.ts";
import { UsageError } from "../usage-error.ts";

/** `palimpsest search`: what an application would recall. */
export const search = defineCommand({
  summary: "Find what is relevant to a question",
  synopsis: "QUERY --user ID",
  mostWords: 1,
  flags: {
    ...SCOPE_FLAGS,
    limit: { type: "string", value: "N", help: "at most so many (default: 5)" },
    threshold: { type: "string", value: "0…1", help: "the least score" },
    "as-of": { type: "string", value: "DATE", help: "what was true then" },
    "known-at": { type: "string", value: "DATE", help: "by what was known then" },
    explain: { type: "boolean", help: "what made each score" },
  },
  details: `The most relevant memory comes first; a score is from 0 to 1. Nothing relevant is a
normal answer. Where an exchange answers what no memory does, its words come behind.
Dates are days in UTC, or times like 2026-03-01T18:30Z.`,
  examples: [
    'search "where does she live" --user alice',
    'search "where does she live" --user alice --as-of 2025-06-01 --explain',
    'search "food" --user alice --limit 20 --threshold 0.2 --json',
  ],
  async run({ words: [query], values, screen, signal }) {
    if (query === undefined) throw new UsageError("What for? Say it in quotes.");
    const options = {
      ...readScope(values),
      limit: readWhole(values.limit, "--limit"),
      threshold: readShare(values.threshold, "--threshold"),
      asOf: readDate(values["as-of"], "--as-of"),
      knownAt: readDate(values["known-at"], "--known-at"),
      explain: values.explain,
      signal,
    };
    await using memory = await openToLook({ uri: values.uri, willSearch: true });
    const found = await memory.search(query, options);
    if (values.json) return await screen.printJson(found);
    const { results, exchanges = [] } = found;
    if (results.length + exchanges.length === 0)
      return await screen.print("Nothing relevant is known.");
    await screen.print(...showMatches(results, screen), ...showExchanges(exchanges, screen));
  },
});

function showMatches(matches: readonly MemoryMatch[], screen: Screen): string[] {
  if (matches.length === 0) return [];
  const [names = "", ...rows] = showTable(
    matches,
    [
      { name: "SCORE", cell: ({ score }) => score.toFixed(2), isNumber: true },
      { name: "SINCE", cell: (match) => showSpan(match) },
      { name: "ID", cell: ({ id }) => id },
      { name: "MEMORY", cell: ({ memory }) => memory },
    ],
    screen,
  );
  return [
    names,
    ...rows.flatMap((row, index) => [row, ...showSignals(matches[index]?.signals, screen)]),
  ];
}

function showSignals(signals: MemoryMatch["signals"], { paint }: Screen): string[] {
  if (signals === undefined) return [];
  const parts = Object.entries(signals).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return [paint("dim", `       ${parts.join("  ")}`)];
}

function showExchanges(exchanges: readonly ExchangeMatch[], { paint }: Screen): string[] {
  if (exchanges.length === 0) return [];
  const lines = exchanges.map(
    ({ score, at, id, excerpt }) =>
      `${score.toFixed(2).padStart(5)}  ${showDay(at)}  ${id}  ${spellLine(excerpt)}`,
  );
  return [paint("dim", "Said in exchanges, word for word:"), ...lines];
}

import { defineCommand } from "../command.ts";
import { readFilters } from "../flags/read-filters.ts";
import { readWhole, readWords } from "../flags/read-values.ts";
import { readScope, SCOPE_FLAGS } from "../flags/scope-flags.ts";
import { openToLook } from "../open-memory.ts";
import { showSpan } from "../show/show-span.ts";
import { showTable } from "../show/show-table.ts";

/** `palimpsest list`: memories in the order of their creation, a page at a time. */
export const list = defineCommand({
  summary: "Show all memories, oldest first",
  synopsis: "--user ID",
  mostWords: 0,
  flags: {
    ...SCOPE_FLAGS,
    include: {
      type: "string",
      value: "WHAT",
      multiple: true,
      help: "also: subtree (all sessions), superseded, quarantined",
    },
    filter: {
      type: "string",
      value: "KEY=VALUE",
      multiple: true,
      help: "only these: a field, or a key of the metadata; all must hold",
    },
    limit: { type: "string", value: "N", help: "at most so many (default: 100)" },
    cursor: { type: "string", value: "TEXT", help: "where the last page ended" },
  },
  details: `Without --include these are the current memories that a call with the same ids sees.
When more follow, the last line says how to go on.`,
  examples: [
    "list --user alice",
    "list --user alice --include subtree,superseded --filter kind=preference",
    "list --user alice --limit 1000 --json",
  ],
  async run({ values, screen }) {
    const include = readWords(values.include, "--include", [
      "subtree",
      "superseded",
      "quarantined",
    ]);
    const options = {
      ...readScope(values),
      include,
      filters: readFilters(values.filter),
      limit: readWhole(values.limit, "--limit"),
      cursor: values.cursor,
    };
    await using memory = await openToLook(values);
    const page = await memory.list(options);
    if (values.json) return await screen.printJson(page);
    if (page.results.length === 0) return await screen.print("Nothing is known.");
    const lines = showTable(
      page.results,
      [
        { name: "SINCE", cell: showSpan },
        { name: "STATUS", cell: ({ status }) => status },
        { name: "KIND", cell: ({ kind }) => kind },
        { name: "ID", cell: ({ id }) => id },
        { name: "MEMORY", cell: (record) => record.memory },
      ],
      screen,
    );
    await screen.print(...lines);
    if (page.cursor !== undefined) await screen.note(`More follow: --cursor ${page.cursor}`);
  },
});

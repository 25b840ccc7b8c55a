import { defineCommand } from "../command.ts";
import { openToLook } from "../open-memory.ts";
import { showBytes } from "../show/show-bytes.ts";
import { showTable } from "../show/show-table.ts";
import { spellLine } from "../show/spell-text.ts";

/** `palimpsest info`: the state of a store. */
export const info = defineCommand({
  summary: "Show what a store is made of, and what waits",
  synopsis: "",
  mostWords: 0,
  flags: {},
  details: `Rows, pieces and sizes of each table, of all scopes and versions; the embedder that
the memories were written with; exchanges that wait for a model or were given up.
Nothing is written.`,
  examples: ["info", "info --uri s3://bucket/memory --json"],
  async run({ values, screen }) {
    await using memory = await openToLook(values);
    // Which model reads is the application's choice, and nothing that the store knows.
    const { model: _model, defaults: _defaults, ...state } = await memory.info();
    if (values.json) return await screen.printJson(state);
    const { uri, embedder, dimensions, pending, dead, rows, tables } = state;
    await screen.print(
      `Store      ${spellLine(uri)}`,
      `Embedder   ${spellLine(embedder)}, ${dimensions} dimensions`,
      `Exchanges  ${pending} waiting, ${dead} given up`,
      "",
      ...showTable(
        Object.entries(tables),
        [
          { name: "TABLE", cell: ([name]) => name },
          { name: "ROWS", cell: ([name]) => rows[name as keyof typeof rows], isNumber: true },
          { name: "PIECES", cell: ([, { fragments }]) => fragments, isNumber: true },
          { name: "VERSIONS", cell: ([, { versions }]) => versions, isNumber: true },
          { name: "SIZE", cell: ([, { bytes }]) => showBytes(bytes), isNumber: true },
        ],
        screen,
      ),
    );
  },
});

import { defineCommand } from "../command.ts";
import { openStore } from "../open-memory.ts";
import { showBytes } from "../show/show-bytes.ts";
import { withProgress } from "../show/show-progress.ts";
import { showTable } from "../show/show-table.ts";

/** `palimpsest maintain`: compaction and pruning, now. */
export const maintain = defineCommand({
  summary: "Compact a store and remove what nobody needs",
  synopsis: "",
  mostWords: 0,
  flags: {},
  details: `It happens by itself, too: this is for before a backup, after a large import, or for a
bucket whose writers leave it to a worker. Applications go on meanwhile. No memory
and no history is lost.`,
  examples: ["maintain", "maintain --uri s3://bucket/memory --json"],
  async run({ values, screen }) {
    const store = await openStore(values);
    try {
      const report = await withProgress(screen.terminal, "Compacting, seconds:", async (show) => {
        const startedAt = performance.now();
        const tick = () => show(Math.round((performance.now() - startedAt) / 1_000));
        const ticks = setInterval(tick, 1_000);
        return store.maintain().finally(() => clearInterval(ticks));
      });
      if (values.json) return await screen.printJson(report);
      const lines = showTable(
        Object.entries(report.tables),
        [
          { name: "TABLE", cell: ([name]) => name },
          { name: "PIECES", cell: ([, { before }]) => before.fragments, isNumber: true },
          { name: "NOW", cell: ([, { after }]) => after.fragments, isNumber: true },
          { name: "SIZE", cell: ([, { before }]) => showBytes(before.bytes), isNumber: true },
          { name: "NOW", cell: ([, { after }]) => showBytes(after.bytes), isNumber: true },
          {
            name: "SECONDS",
            cell: ([, table]) => (table.durationMs / 1_000).toFixed(1),
            isNumber: true,
          },
        ],
        screen,
      );
      await screen.print(...lines);
    } finally {
      await store.close();
    }
  },
});

import { join } from "node:path";
import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

const LOWEST = join(import.meta.dirname, "packaging/lowest/package.json");

const lowestPeers = {
  name: "lowest-peers",
  enforce: "pre" as const,
  resolveId: {
    filter: { id: /^@mastra\// },
    handler(this: { resolve: (id: string, importer: string) => unknown }, id: string) {
      return this.resolve(id, LOWEST);
    },
  },
};

// All tests run with the highest versions of Mastra that were tried, those of `src` with the lowest that are supported,
// too; `vitest run --project lowest` is these alone.
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: { name: "highest", include: ["packaging/**/*.test.ts", "readme/**/*.test.ts"] },
        },
        {
          extends: true,
          plugins: [lowestPeers],
          test: {
            name: "lowest",
            // Its processes run in plain Node, which finds the highest versions.
            exclude: ["src/memory/processes.test.ts"],
            env: { MASTRA: "lowest" },
          },
        },
      ],
    },
  }),
);

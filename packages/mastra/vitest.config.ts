import { join } from "node:path";
import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

const LOWEST = join(import.meta.dirname, "packaging/lowest/package.json");

// `MASTRA=lowest vitest run src`: the tests with the lowest versions of Mastra that are supported.
const lowest = {
  name: "lowest-peers",
  enforce: "pre" as const,
  resolveId: {
    filter: { id: /^@mastra\// },
    handler(this: { resolve: (id: string, importer: string) => unknown }, id: string) {
      return this.resolve(id, LOWEST);
    },
  },
};

export default mergeConfig(
  shared,
  defineConfig({
    plugins: process.env["MASTRA"] === "lowest" ? [lowest] : [],
    test: { include: ["packaging/**/*.test.ts", "readme/**/*.test.ts"] },
  }),
);

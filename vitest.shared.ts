import { defineConfig } from "vitest/config";

const conditions = ["@palimpsest/source"];

export default defineConfig({
  // Resolve workspace packages to their TypeScript source, so that no build is needed to test.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 30_000,
  },
});

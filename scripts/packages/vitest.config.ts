import { defineConfig } from "vitest/config";

// What is published: needs every package built, and is part of `pnpm check`, not of `pnpm test`.
export default defineConfig({
  test: { include: ["scripts/packages/*.test.ts"], testTimeout: 60_000 },
});

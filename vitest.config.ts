import { defineConfig } from "vitest/config";
import { compileCache } from "./vitest.shared.ts";

// The repository's own tests: its structure and its README. Packages have their own.
export default defineConfig({
  test: { include: ["*.test.ts"], testTimeout: 60_000, env: compileCache },
});

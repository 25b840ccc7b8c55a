import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

// The inspector in a real browser: `pnpm test:browser`. Not part of `test`, which needs no browser.
export default mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  {
    test: {
      include: ["browser/**/*.test.ts"],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      fileParallelism: false,
    },
  },
);

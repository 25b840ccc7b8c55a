import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

// Installs from the registry, a third of a gigabyte: part of `pnpm check`, not of `pnpm test`.
export default mergeConfig(
  { ...shared, test: {} },
  { test: { include: ["packaging/**/*.test.ts"] } },
);

import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

// A test starts the program up to five times, each time with all of LangChain.
export default mergeConfig(shared, { test: { testTimeout: 120_000 } });

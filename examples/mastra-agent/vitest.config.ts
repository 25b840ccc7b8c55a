import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.ts";

// Each session is a process of its own, and a busy machine takes its time to start one.
export default mergeConfig(shared, defineConfig({ test: { testTimeout: 120_000 } }));

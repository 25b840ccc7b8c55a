import type { Usage } from "../../record.ts";

/** What several calls cost together. */
export function sumUsage(usages: readonly Usage[]): Usage {
  const sum = (key: keyof Usage) => usages.reduce((total, usage) => total + usage[key], 0);
  return {
    modelCalls: sum("modelCalls"),
    embeddingCalls: sum("embeddingCalls"),
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
  };
}

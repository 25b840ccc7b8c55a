/**
 * The id of a model in any of the shapes that Mastra takes, `provider/model`; `undefined` when it
 * is none. `method` is what makes an object a model of the AI SDK.
 */
export function readModelId(model: unknown, method: "doGenerate" | "doEmbed"): string | undefined {
  const given = typeof model === "string" ? { id: model } : toRecord(model);
  const { id, provider, providerId = provider, modelId } = given;
  if (typeof given[method] === "function" || given["providerId"] !== undefined) {
    return `${String(providerId)}/${String(modelId)}`;
  }
  return typeof id === "string" && /^[^/]+\/./.test(id) ? id : undefined;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

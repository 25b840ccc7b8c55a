/**
 * The arguments in what a model wrote for a call of the tool; `undefined` when there are none.
 *
 * Beside plain JSON, takes JSON in a fenced block, and a whole call written out as text: local
 * models answer with these when their server does not read the call for them.
 */
export function parseArguments(text: string, tool: string): object | undefined {
  const parsed = parseObject(text) ?? parseObject(FENCED.exec(text)?.[1] ?? "");
  if (parsed === undefined || parsed["name"] !== tool) return parsed;
  const written = parsed["arguments"] ?? parsed["parameters"];
  return isObject(written) ? written : parsed;
}

const FENCED = /```(?:json)?\s*(\{.*\})\s*```/s;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

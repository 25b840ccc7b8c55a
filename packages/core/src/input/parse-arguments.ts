/**
 * The arguments in what a model wrote for a call of the tool; `undefined` when there are none.
 *
 * Beside plain JSON, takes JSON in a fenced block, one object with prose around it, and a whole call
 * written out as text: local models answer with these when their server does not read the call for
 * them. What is cut short, or two objects, holds none.
 */
export function parseArguments(text: string, tool: string): object | undefined {
  const parsed = parseObject(text) ?? parseObject(findObject(text) ?? "");
  if (parsed === undefined || parsed["name"] !== tool) return parsed;
  const written = parsed["arguments"] ?? parsed["parameters"];
  return isObject(written) ? written : parsed;
}

/** What stands in a fence, else from the first brace to the last; nothing of what is JSON as it is. */
function findObject(text: string): string | undefined {
  if (isJson(text)) return undefined;
  return (FENCED.exec(text) ?? EMBEDDED.exec(text))?.[1];
}

const FENCED = /```(?:json)?\s*(\{.*\})\s*```/s;
const EMBEDDED = /^[^{[]*(\{.*\})/s;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

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

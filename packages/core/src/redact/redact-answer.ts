import type { Settings } from "../settings.ts";
import { redactValue } from "./redact-value.ts";

/**
 * What a model or a provider answered, without what must not be kept. The hook is not asked: it has
 * seen all that the answer was made from.
 */
export function redactAnswer({ redact }: Pick<Settings, "redact">, answer: unknown): unknown {
  return redact === undefined ? answer : redactValue(answer, redact.pii);
}

import { copyJson } from "./copy-json.ts";
import type { PiiKind, Span } from "./kinds.ts";
import { redactText } from "./redact-text.ts";

/**
 * A JSON value with its texts, numbers and keys redacted. What an object holds under `password` is one
 * where "password: …" in a text would be, so that metadata and prose are read alike.
 */
export function redactValue(
  value: unknown,
  pii: readonly PiiKind[],
  onRemoved: (removed: readonly Span[]) => void = () => {},
): unknown {
  return copyJson(value, redactLeaf, (key) => take(redactText(key, pii)));

  function redactLeaf(leaf: string | number, key: string | undefined): unknown {
    const text = String(leaf);
    const redacted = key === undefined ? take(redactText(text, pii)) : redactUnderKey(text, key);
    return redacted === text ? leaf : redacted;
  }

  function redactUnderKey(text: string, key: string): string {
    const name = `${key}: `;
    const named = redactText(name + text, pii);
    // Where something of the key itself has to go, the two are read apart.
    const isWhole = named.text.startsWith(name);
    return isWhole ? take(named).slice(name.length) : take(redactText(text, pii));
  }

  function take({ text, removed }: ReturnType<typeof redactText>): string {
    onRemoved(removed);
    return text;
  }
}

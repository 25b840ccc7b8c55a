import { RedactionError } from "../errors.ts";
import type { Json } from "../record.ts";
import { copyJson } from "./copy-json.ts";
import type { RedactedKind, Span } from "./kinds.ts";
import type { RedactHook, RedactSettings } from "./read-redact-option.ts";
import { redactText } from "./redact-text.ts";
import { redactValue } from "./redact-value.ts";

/** How many passages were removed, by kind; `custom` counts the texts that a hook of yours changed. */
export type Redacted = Partial<Record<RedactedKind | "custom", number>>;

/** Makes what one call was given fit to be kept, and counts what it removes. */
export interface Redactor {
  text(text: string): Promise<string>;
  /** The value with every text in it redacted, and every key. */
  json<JSON extends Json>(value: JSON): Promise<JSON>;
  /** So far; `undefined` when nothing was removed. */
  readonly redacted: Redacted | undefined;
}

/**
 * A redactor by the settings. With a hook, it is given each text after what is built in; without one,
 * or where redaction is off, nothing is waited for.
 *
 * Its methods reject with a `RedactionError` when the hook fails.
 */
export function createRedactor(settings: RedactSettings): Redactor {
  const redacted: Redacted = {};
  return {
    async text(text) {
      if (settings === undefined) return text;
      const { text: known, removed } = redactText(text, settings.pii);
      take(removed);
      return settings.hook === undefined ? known : askHook(settings.hook, known);
    },
    async json<JSON extends Json>(value: JSON): Promise<JSON> {
      if (settings === undefined) return value;
      const known = redactValue(value, settings.pii, take);
      const { hook } = settings;
      if (hook === undefined) return known as JSON;
      const texts: string[] = [];
      copyJson(known, (leaf) => {
        if (typeof leaf === "string") texts.push(leaf);
        return leaf;
      });
      const answers = (await Promise.all(texts.map((text) => askHook(hook, text)))).values();
      return copyJson(known, (leaf) =>
        typeof leaf === "string" ? answers.next().value : leaf,
      ) as JSON;
    },
    get redacted() {
      return Object.keys(redacted).length > 0 ? { ...redacted } : undefined;
    },
  };

  function take(removed: readonly Pick<Span, "kind">[]): void {
    for (const { kind } of removed) count(kind);
  }

  function count(kind: RedactedKind | "custom"): void {
    redacted[kind] = (redacted[kind] ?? 0) + 1;
  }

  async function askHook(hook: RedactHook, text: string): Promise<string> {
    const answer: unknown = await callHook(hook, text);
    if (typeof answer !== "string") {
      throw new RedactionError("The redact hook must give a string, and gave none.");
    }
    if (answer !== text) count("custom");
    return answer.toWellFormed();
  }
}

async function callHook(hook: RedactHook, text: string): Promise<unknown> {
  try {
    return await hook(text);
  } catch (cause) {
    throw new RedactionError("The redact hook failed. Nothing of the call was stored.", { cause });
  }
}

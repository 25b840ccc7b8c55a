import type { Polarity } from "./claim.ts";
import { compilePattern, type Slot, type Slots } from "./compile-pattern.ts";

/** A way to say something about an attribute. Patterns are in the form of `compilePattern`. */
export interface ClaimPattern {
  /** May name a slot, as in `favorite_{thing}`. */
  readonly attribute: string;
  readonly says: readonly string[];
  /** Better words for it, like `S lives in {place}`. Without, it is stored as it was said. */
  readonly text?: string;
  /** The value, when it is not what the only slot holds. */
  readonly value?: string;
  /** What it says about the value: "quit" ends, "avoids" denies. Affirms by default. */
  readonly polarity?: Polarity;
  /** Whether it says that there is one value at a time, where the attribute does not: "switched to". */
  readonly cardinality?: "one";
  /** The slot may hold a list, whose items are claims of their own. */
  readonly each?: true;
  /** In tails: the attributes of the clause behind which it may stand. */
  readonly after?: readonly string[];
}

export interface CompiledPattern extends ClaimPattern {
  readonly expressions: readonly RegExp[];
}

/** Patterns ready to be matched. */
export function compileClaims(
  patterns: readonly ClaimPattern[],
  slots: Slots,
  place: "head" | "tail",
): CompiledPattern[] {
  return patterns.map((pattern) => ({
    ...pattern,
    expressions: pattern.says.map((says) => compilePattern(says, slots, place)),
  }));
}

/** The value of a slot, cleaned; `undefined` when the slot refuses it. */
export function readSlot(slot: Slot | undefined, raw: string): string | undefined {
  const value = slot?.drops ? raw.replace(slot.drops, "") : raw;
  if (value === "" || slot?.accepts?.(value) === false) return undefined;
  return slot?.means?.[value.toLowerCase()] ?? value;
}

/** A template with its slots filled: `S lives in {place}`. */
export function fillTemplate(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
}

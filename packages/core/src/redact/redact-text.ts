import { CREDENTIAL_FORMS } from "./credential-forms.ts";
import { findAssignedKeys } from "./find-assigned-keys.ts";
import { findCardNumbers } from "./find-card-numbers.ts";
import { createFormDetector } from "./create-form-detector.ts";
import { findPasswords } from "./find-passwords.ts";
import { findPrivateKeys } from "./find-private-keys.ts";
import { foldText } from "./fold-text.ts";
import type { Detector, PiiKind, Span } from "./kinds.ts";
import { PII_DETECTORS } from "./pii-detectors.ts";
import { blankPlaceholders, toPlaceholder } from "./placeholders.ts";

const CREDENTIAL_DETECTORS: readonly Detector[] = [
  findPrivateKeys,
  createFormDetector(CREDENTIAL_FORMS),
  findAssignedKeys,
  findCardNumbers,
  findPasswords,
];

/**
 * The passages of a text that are credentials, and those that are of the kinds in `pii`; in their
 * order, none over another.
 */
export function findSensitive(text: string, pii: readonly PiiKind[] = []): Span[] {
  const { folded, toSource } = foldText(text);
  const detectors = [...CREDENTIAL_DETECTORS, ...pii.map((kind) => PII_DETECTORS[kind])];
  const searched = blankPlaceholders(folded);
  const found = detectors.flatMap((detect) => [...detect(searched)]);
  const spans: Span[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    // Two that overlap go as one: what is left of either may still tell the rest.
    else spans[spans.length - 1] = { ...last, end: Math.max(last.end, span.end) };
  }
  return spans.map(({ kind, start, end }) => ({
    kind,
    start: toSource(start),
    end: toSource(end),
  }));
}

/**
 * The text with a placeholder for each passage that must not be kept, everything else as it was, and
 * what was removed. What was redacted once is not changed again.
 */
export function redactText(
  text: string,
  pii: readonly PiiKind[] = [],
): { text: string; removed: readonly Span[] } {
  const removed = findSensitive(text, pii);
  let redacted = "";
  let place = 0;
  for (const { kind, start, end } of removed) {
    redacted += text.slice(place, start) + toPlaceholder(kind);
    place = end;
  }
  return { text: redacted + text.slice(place), removed };
}

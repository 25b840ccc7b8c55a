import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TextMessage } from "../../record.ts";
import { extractFacts, type RecordedFact } from "./extract/extract-facts.ts";

/** A message, what the assistant had asked before it, and the facts that it holds, as the tables write them. */
interface Example {
  question?: string;
  message: string;
  facts: string[];
}

const AT = new Date("2026-11-21T10:00:00Z");

describe.each(["english", "german", "spanish"])("%s", (language) => {
  test.each(readExamples(language))("$message", ({ question, message, facts }) => {
    const recent: TextMessage[] = question ? [{ role: "assistant", content: question }] : [];
    const exchange: TextMessage[] = [{ role: "user", content: message }];
    const extracted = extractFacts({ at: AT, recent, exchange });
    expect(extracted.map(print).toSorted()).toEqual(completed(facts, extracted).toSorted());
    for (const { quote } of extracted) expect(message).toContain(quote);
  });
});

function readExamples(language: string): Example[] {
  const table = join(import.meta.dirname, `__fixtures__/sentences/${language}.txt`);
  const examples: Example[] = [];
  let question: string | undefined;
  for (const line of readFileSync(table, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("assistant: ")) question = line.slice("assistant: ".length);
    else if (line.startsWith("  ")) examples.at(-1)?.facts.push(line.trim());
    else {
      examples.push({ ...(question ? { question } : {}), message: line, facts: [] });
      question = undefined;
    }
  }
  return examples;
}

function print({ text, kind, attribute, value, validFrom }: RecordedFact): string {
  const from = validFrom ? ` | from ${validFrom}` : "";
  return `${text} | ${kind === "instruction" ? "instruction" : `${attribute} = ${value}`}${from}`;
}

/** A fact that the table gives without its attribute may be filed under any. */
function completed(facts: readonly string[], extracted: readonly RecordedFact[]): string[] {
  return facts.map((fact) => {
    const [text, ...rest] = fact.split(" | ");
    if (rest.some((part) => !part.startsWith("from "))) return fact;
    const alike = extracted.find((candidate) => candidate.text === text);
    return alike && alike.kind !== "instruction"
      ? [text, `${alike.attribute} = ${alike.value}`, ...rest].join(" | ")
      : fact;
  });
}

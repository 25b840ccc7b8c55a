import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeFacts } from "./judge/judge-facts.ts";

/** A fact, the memories that it is held against, and the verdict, as the table writes it. */
interface Example {
  memories: string[];
  fact: string;
  verdict: string;
}

test.each(readExamples())("$fact, with $memories: $verdict", ({ memories, fact, verdict }) => {
  const [judged] = judgeFacts({ memories, facts: [fact] });
  const target = judged?.target ? ` ${judged.target}` : "";
  const text = verdict.includes(": ") ? `: ${judged?.text ?? ""}` : "";
  expect(`${judged?.operation ?? ""}${target}${text}`).toBe(verdict);
  expect(judged?.reason).not.toBe("");
});

function readExamples(): Example[] {
  const table = join(import.meta.dirname, "__fixtures__/judgements/english.txt");
  const examples: Example[] = [];
  let memories: string[] = [];
  let fact = "";
  for (const line of readFileSync(table, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("m: ")) memories.push(line.slice(3));
    else if (line.startsWith("f: ")) fact = line.slice(3);
    else {
      examples.push({ memories, fact, verdict: line });
      memories = [];
    }
  }
  return examples;
}

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeFacts } from "./judge/judge-facts.ts";

/** A fact, the memories that it is held against, and the verdict, as the table writes it. */
interface Example {
  memories: string[];
  fact: string;
  verdict: string;
}

const FOLDER = join(import.meta.dirname, "__fixtures__/judgements");

describe.each(globSync("*.txt", { cwd: FOLDER }).toSorted())("%s", (table) => {
  test.each(readExamples(table))("$fact, with $memories: $verdict", (example) => {
    const { memories, fact, verdict } = example;
    const [judged] = judgeFacts({ memories, facts: [fact] });
    const target = judged?.target ? ` ${judged.target}` : "";
    const text = verdict.includes(": ") ? `: ${judged?.text ?? ""}` : "";
    expect(`${judged?.operation ?? ""}${target}${text}`).toBe(verdict);
    expect(judged?.reason).not.toBe("");
  });
});

function readExamples(table: string): Example[] {
  const examples: Example[] = [];
  let memories: string[] = [];
  let fact = "";
  for (const line of readFileSync(join(FOLDER, table), "utf8").split("\n")) {
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

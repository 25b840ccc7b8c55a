import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newFolder, startAssistant } from "./__fixtures__/start-assistant.ts";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** What somebody types behind a prompt, which piped input does not show. */
const TYPED = /^(thread \d+> )(.+)\n/gm;

test("the sessions in the README are what the program prints", async () => {
  const folder = await newFolder();
  const sessions = Array.from(README.matchAll(/^```text\n([\s\S]*?)^```$/gm), ([, text]) => text);
  expect(sessions).toHaveLength(2);
  for (const session of sessions as string[]) {
    const assistant = startAssistant(folder);
    for (const [, , line = ""] of session.matchAll(TYPED)) assistant.type(line);
    await assistant.sees(session.replaceAll(TYPED, "$1"));
    await assistant.kill();
  }
});

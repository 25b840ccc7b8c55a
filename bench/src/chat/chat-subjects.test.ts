import { startOpenAIServer } from "@palimpsest/openai-server";
import { expect, it } from "vitest";
import { fillStore } from "../scale/fill-store.ts";
import { planStore } from "../scale/plan-store.ts";
import { createCorpus } from "../synthetic/corpus.ts";
import { openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { measureSubjects } from "../turns/measure-subjects.ts";
import { withFolder } from "../with-folder.ts";
import { createSubjects } from "./chat-subjects.ts";
import { startMemoryServer } from "./start-memory-server.ts";
import { takePromptTokens } from "./take-prompt-tokens.ts";

it("lets every adapter recall into the prompt and remember the turn", async () => {
  const { signal } = new AbortController();
  const corpus = await createCorpus(384);
  const plan = planStore(100, 1);
  await withFolder(undefined, async (uri) => {
    await fillStore(corpus, plan, { uri, signal });
    const { memory, model } = await openBenchMemory(corpus, uri);
    await using server = await startOpenAIServer({ chat: () => ({ text: "An answer." }) });
    await using memoryServer = await startMemoryServer(memory);
    const subjects = createSubjects({
      memory,
      modelUrl: server.baseUrl,
      memoryServer,
    });
    const learned = new Map<string, number>();
    for (const [at, subject] of subjects.entries()) {
      const before = await memory.count({ userId: "user-0" });
      const ask = (turn: number) => {
        model.answerWith({ facts: [corpus.teach(1_000 * (at + 1) + turn)], operation: "ADD" });
        return { userId: "user-0", question: corpus.ask(turn) };
      };
      const [figures] = await measureSubjects([subject], {
        turns: 2,
        ask,
        takePromptTokens: () => takePromptTokens(server),
        signal,
      });
      expect(figures?.end.p50Ms).toBeGreaterThanOrEqual(figures?.firstToken.p50Ms ?? Infinity);
      const hasMemories = (figures?.promptTokens ?? 0) > 50;
      expect([subject.name, hasMemories]).toEqual([subject.name, at > 0]);
      learned.set(subject.name, (await memory.count({ userId: "user-0" })) - before);
    }
    // Five turns to warm up, and two that count.
    expect([...learned.values()]).toEqual([0, 7, 7, 7]);
    await memory.close();
  });
});

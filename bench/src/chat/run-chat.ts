import { startOpenAIServer } from "@palimpsest/openai-server";
import { writeJson } from "../report/write-json.ts";
import { fillStore } from "../scale/fill-store.ts";
import { planStore } from "../scale/plan-store.ts";
import { createCorpus } from "../synthetic/corpus.ts";
import { openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { measureSubjects } from "../turns/measure-subjects.ts";
import { renderSubjects } from "../turns/render-subjects.ts";
import { withFolder } from "../with-folder.ts";
import { createSubjects } from "./chat-subjects.ts";
import { CHAT_USAGE, parseChatOptions } from "./parse-chat-options.ts";
import { startMemoryServer } from "./start-memory-server.ts";
import { takePromptTokens } from "./take-prompt-tokens.ts";

const DIMENSIONS = 384;
const MOST_USERS = 10_000;
/** Steps from user to user, so that neighbours in time have nothing to do with each other. */
const STRIDE = 977;
const ANSWER = "Here is an answer that is long enough to be streamed in a good number of pieces.";
/** Between two pieces of an answer. */
const DELTA_MS = 2;

/** The bench `chat`: prints what memory adds to an answer, and writes it as JSON. */
export async function runChat(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseChatOptions(args);
  if (options === "help") {
    console.log(CHAT_USAGE);
    return;
  }
  const { memories, turns, json } = options;
  const corpus = await createCorpus(DIMENSIONS);
  const plan = planStore(memories, MOST_USERS);
  await withFolder(options.uri, async (uri) => {
    await fillStore(corpus, plan, { uri, signal });
    const { memory, model } = await openBenchMemory(corpus, uri);
    await using server = await startOpenAIServer({
      chat: () => ({ text: ANSWER, deltaDelayMs: DELTA_MS }),
    });
    await using memoryServer = await startMemoryServer(memory);
    const subjects = createSubjects({
      memory,
      modelUrl: server.baseUrl,
      memoryServer,
    });
    const figures = await measureSubjects(subjects, {
      turns,
      takePromptTokens: () => takePromptTokens(server),
      signal,
      ask(turn) {
        model.answerWith({ facts: [corpus.teach(memories + turn)], operation: "ADD" });
        return {
          userId: `user-${(turn * STRIDE) % plan.users}`,
          question: corpus.ask(turn),
        };
      },
    });
    await memory.close();
    const tables = renderSubjects(figures);
    console.log(tables);
    await writeJson(json, "chat", { memories, turns, figures, goals: [], tables });
    console.log(`\nFigures: ${json}`);
  });
}

// The process of a model: tells its base URL, then, when it is asked, the tokens of the prompts since.
import { startOpenAIServer } from "@palimpsest/openai-server";
import { countTokens } from "../report/count-tokens.ts";

/** Between two pieces of an answer. */
const DELTA_MS = 2;

let prompts: string[] = [];

const server = await startOpenAIServer({
  chat({ system, messages }) {
    prompts.push(system, ...messages.map(({ content }) => content));
    // The user's own words: their vector is known, and semantic recall embeds answers too.
    const question = messages.findLast(({ role }) => role === "user");
    return { text: question?.content ?? "", deltaDelayMs: DELTA_MS };
  },
});

process.on("message", () => {
  const tokens = prompts.reduce((total, prompt) => total + countTokens(prompt), 0);
  prompts = [];
  server.clear();
  process.send?.(tokens);
});
process.once("disconnect", () => void server.close());
// Ctrl+C reaches this process too: who started it ends it, after the turn that is under way.
process.on("SIGINT", () => {});
process.send?.(server.baseUrl);

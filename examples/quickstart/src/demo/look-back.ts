import type { Memory } from "@palimpsest/core";
import { showHistory } from "../show/show-history.ts";
import { showMatches } from "../show/show-matches.ts";
import { countTokens, percentSaved } from "../show/tokens.ts";
import { day, heading, paint } from "../show/style.ts";
import { QUESTION, SESSIONS } from "./conversation.ts";

const alice = { userId: "alice" };
const WHERE = "where does the user live";

/** Asks what the sessions left behind: now, before, and as of then; and what it costs. */
export async function lookBack(memory: Memory): Promise<void> {
  heading(`Recalled for "${QUESTION}"`);
  showMatches((await memory.search(QUESTION, { ...alice, limit: 3 })).results);
  const block = await memory.context(QUESTION, alice);
  console.log(paint("dim", "\n  which goes into the system prompt as"));
  console.log(block.replace(/^/gm, "  "));

  heading(`"${WHERE}"`);
  const { results } = await memory.search(WHERE, { ...alice, limit: 1 });
  showMatches(results);
  const then = SESSIONS[0]?.at ?? new Date();
  console.log(paint("dim", `  as of the first session, ${day(then)}`));
  showMatches((await memory.search(WHERE, { ...alice, limit: 1, asOf: then })).results);

  const [home] = results;
  if (home) {
    heading("Its history");
    showHistory((await memory.history(home.id, alice)).results);
  }
  await showTokens(memory, block);
}

async function showTokens(memory: Memory, block: string): Promise<void> {
  const { results } = await memory.episodes({ ...alice, include: "subtree" });
  const history = results
    .flatMap(({ messages }) => messages)
    .map(({ role, content }) => `${role}: ${content}`);
  const injected = countTokens(block);
  const replayed = countTokens(history.join("\n"));
  heading("Tokens");
  console.log(
    `  ${injected} injected, ${replayed} for the full history: ${percentSaved(injected, replayed)} saved,`,
    "and the block does not grow with the history.",
  );
}

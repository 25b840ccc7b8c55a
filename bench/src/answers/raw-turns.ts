import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import type { SaidTurn } from "../locomo/data/to-said-turns.ts";
import { countTokens } from "../report/count-tokens.ts";
import type { AnswerableQuestion, History } from "./history.ts";

/** A store of raw turns: what plain hybrid search has to offer. */
export interface RawTurns extends AsyncDisposable {
  /** Stores each turn by itself, with who said it; told after each. */
  listen(history: History, onStored: () => void): Promise<void>;
  /**
   * The best turns for a question, as many as fit into `budget` tokens, in the order of time. A turn
   * that does not fit is passed over, so that a long one keeps nobody out.
   */
  within(history: History, question: AnswerableQuestion, budget: number): Promise<string>;
}

/** Turns of assistants are longer than memories may be by default. */
const LONGEST_TURN = 500_000;
/** More than a budget has room for. */
const MOST_TURNS = 200;

/** A store of raw turns on a folder, with the local embedder. */
export function openRawTurns(uri: string, signal: AbortSignal): RawTurns {
  const limits = { memory: LONGEST_TURN };
  const memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder(), limits });
  const turns = new Map<string, SaidTurn>();
  return {
    async listen({ id: userId, turns: said }, onStored) {
      for (const turn of said) {
        const { at, speaker, text } = turn;
        // As its own source a turn is part of a conversation for search, whose turns speak for each other.
        const source = [{ role: "user", name: speaker, content: text } as const];
        const change = await memory.put(`${speaker}: ${text}`, { userId, at, source, signal });
        turns.set(change.id, turn);
        onStored();
      }
    },
    async within({ id: userId }, { text, askedAt: at }, budget) {
      const { results } = await memory.search(text, { userId, limit: MOST_TURNS, at, signal });
      const best = results.flatMap(({ id }) => turns.get(id) ?? []);
      return render(takeWithin(best, budget));
    },
    [Symbol.asyncDispose]: async () => memory[Symbol.asyncDispose](),
  };
}

function takeWithin(best: readonly SaidTurn[], budget: number): SaidTurn[] {
  const taken: SaidTurn[] = [];
  for (const turn of best) {
    if (countTokens(render([...taken, turn])) <= budget) taken.push(turn);
  }
  return taken;
}

function render(turns: readonly SaidTurn[]): string {
  return turns
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, speaker, text }) => `${at.toISOString().slice(0, 10)} ${speaker}: ${text}`)
    .join("\n");
}

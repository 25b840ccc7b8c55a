import { createRandom } from "../../synthetic/random.ts";
import { createWords } from "../../synthetic/words.ts";

/** What is said in a turn of an agent that looks up two things at once and then answers. */
export interface AgentTurn {
  question: string;
  lookUps: readonly LookUp[];
  answer: string;
}

/** A call of a tool, and what the tool gives. */
interface LookUp {
  id: string;
  query: string;
  result: string;
}

/** The tool that is called. */
export const LOOK_UP = "look_up";

/** Words of each part of a turn: as messages of LangChain, which know much of themselves, 3 kB of JSON. */
const WORDS = { question: 20, query: 8, hit: 12, answer: 50 };
const HITS = 3;

/** The turns of a conversation by their numbers, the same ones in every run. */
export function createAgentTurns(): (turn: number) => AgentTurn {
  const { vocabulary } = createWords();
  return (turn) => {
    const random = createRandom(turn);
    const say = (count: number) =>
      Array.from({ length: count }, () => vocabulary[random.zipf(vocabulary.length)]).join(" ");
    const lookUp = (at: number): LookUp => ({
      id: `call_${turn}_${at}`,
      query: say(WORDS.query),
      result: JSON.stringify(
        Array.from({ length: HITS }, (_, rank) => ({
          rank,
          title: say(2),
          score: Math.round(random.uniform() * 1_000) / 1_000,
          text: say(WORDS.hit),
        })),
      ),
    });
    return {
      question: say(WORDS.question),
      lookUps: [lookUp(0), lookUp(1)],
      answer: say(WORDS.answer),
    };
  };
}

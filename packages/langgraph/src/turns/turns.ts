import type { Message } from "@palimpsest/core";

/** All that happens between what a user says and the answer to it. */
export interface Turn {
  readonly key: string;
  /** The name of the conversation. */
  readonly conversation: string;
  /** The id of the user's message. */
  readonly messageId: string | undefined;
  /** What the user said, as long as somebody has to keep it. */
  unheard: readonly Message[] | undefined;
  /** The block that was looked up for it, once for all its steps. */
  recalled?: Promise<string> | undefined;
}

/** The turns of the last while, in this process. */
export interface Turns {
  /** The turn of that key: the known one, else this. */
  enter(turn: Turn): Turn;
  /** The turn of a conversation that was entered last. */
  findLatest(conversation: string): Turn | undefined;
  /** The turns of a conversation whose words are still to be kept, in their order. */
  findUnheard(conversation: string): Turn[];
}

const MOST_TURNS = 1_000;

/** No turns yet. At most 1,000 are known, of which the longest unused is forgotten first. */
export function createTurns(): Turns {
  // In the order of their last use.
  const known = new Map<string, Turn>();

  function findAll(conversation: string): Turn[] {
    return [...known.values()].filter((turn) => turn.conversation === conversation);
  }

  return {
    enter(turn) {
      const entered = known.get(turn.key) ?? turn;
      known.delete(turn.key);
      known.set(turn.key, entered);
      const [oldest] = known.keys();
      if (known.size > MOST_TURNS && oldest !== undefined) known.delete(oldest);
      return entered;
    },
    findLatest: (conversation) => findAll(conversation).at(-1),
    findUnheard: (conversation) =>
      findAll(conversation).filter(({ unheard }) => unheard !== undefined),
  };
}

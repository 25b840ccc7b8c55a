import { analyzeText, termsOf } from "../text/analyze-text.ts";
import type { Graph, GraphRow } from "./build-graph.ts";
import { USER } from "./entity-key.ts";
import { conceptsAsked, conceptsHeld } from "./relation-words.ts";

/** A question as the graph sees it: where to start, and what has to be met on the way. */
export interface GraphQuestion {
  /** The entities that it names, each with what is met by starting there, and how likely it is meant. */
  seeds: readonly { key: string; met: number; likelihood: number }[];
  /** What it asks for, besides; the position of each is its bit in a mask. */
  wanted: readonly Wanted[];
}

/** A word of the question that a memory on the way has to say, or a name that it has to begin with. */
export interface Wanted {
  /** Its forms, any of which a memory may hold. */
  forms: readonly string[];
  /** The relations that it asks for. */
  concepts: readonly string[];
}

/** A bit mask holds this many; of a longer question the first count. */
const MOST_WANTED = 24;

/** What is asked stands in the beginning; each word is looked up as the beginning of a name. */
const MOST_WORDS = 100;

/** Names have this many words at most. */
const LONGEST_NAME = 6;

/** Contractions and full stops stand with their words: "I've", "than me." */
const FIRST_PERSON =
  /^(?:i|me|my|mine|myself|we|our|us|user|ich|mir|mich|mein\p{L}*|wir|uns|unser\p{L}*|mi|mis|yo|nosotr[oa]s|nuestr[oa]s?)(?:['’]\p{L}+)?\.*$/iu;

/** Reads a question against the names that a graph knows; case and spelling of names do not matter. */
export function readGraphQuestion(question: string, graph: Graph): GraphQuestion {
  const words = (question.match(/[\p{L}\p{M}\p{N}&.'’-]+/gu) ?? []).slice(0, MOST_WORDS);
  const wanted: Wanted[] = [];
  const seeds: { key: string; met: number; likelihood: number }[] = [];
  const others: string[] = [];
  for (let at = 0; at < words.length;) {
    const name = nameAt(words, at, graph);
    if (name === undefined) {
      others.push(words[at] ?? "");
      at += 1;
      continue;
    }
    const met = 1 << wanted.length;
    wanted.push({ forms: analyzeText(name.text).words, concepts: [] });
    seeds.push(...name.keys.map(({ key, likelihood }) => ({ key, met, likelihood })));
    at += name.length;
    if (wanted.length === MOST_WANTED) break;
  }
  if (words.some((word) => FIRST_PERSON.test(word))) {
    seeds.push({ key: USER, met: 0, likelihood: 1 });
  }
  const { words: telling, stems } = analyzeText(others.join(" "));
  const stemsSeen = new Set<string>();
  telling.forEach((word, index) => {
    const stem = stems[index] ?? word;
    if (stemsSeen.has(stem) || wanted.length >= MOST_WANTED) return;
    stemsSeen.add(stem);
    const concepts = [...new Set([...conceptsAsked(word), ...conceptsAsked(stem)])];
    wanted.push({ forms: [...new Set([word, stem])], concepts });
  });
  return { seeds, wanted };
}

/** The longest name of the graph that begins at a word. */
function nameAt(words: readonly string[], at: number, graph: Graph) {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join(" ");
    const key = graph.entities.keyOf(text);
    if (key === USER || key === "") continue;
    const known = graph.rowsOf(key).length > 0 ? [{ key, likelihood: 1 }] : [];
    const keys = [...known, ...graph.entities.maybe(key)];
    if (keys.length > 0) return { text, length, keys };
  }
  return undefined;
}

/** Which of the wanted a memory says, as bit masks. */
export interface Meeting {
  /** In the same words. */
  literally: number;
  /** In the same words, or in others that mean it. */
  inMeaning: number;
}

/** Holds what is wanted of a question against a memory and its relations. */
export function meet({ row, edges }: GraphRow, wanted: readonly Wanted[]): Meeting {
  const told = edges.flatMap(({ predicate }) => predicate.toLowerCase().split(/[\s_]+/));
  const terms = new Set([...row.terms.split(" "), ...told, ...termsOf(told.join(" "))]);
  const concepts = new Set([...terms].flatMap(conceptsHeld));
  let literally = 0;
  let inMeaning = 0;
  wanted.forEach(({ forms, concepts: asked }, index) => {
    const bit = 1 << index;
    if (forms.some((form) => terms.has(form))) literally |= bit;
    else if (asked.some((concept) => concepts.has(concept))) inMeaning |= bit;
  });
  return { literally, inMeaning: literally | inMeaning };
}

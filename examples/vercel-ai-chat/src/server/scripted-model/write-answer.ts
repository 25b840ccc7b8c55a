import { addressUser, toSecondPerson } from "./to-second-person.ts";

/** What an answer is made of. */
export interface Heard {
  /** What the user said last. */
  said: string;
  /** The memories in the prompt. */
  recalled: readonly string[];
}

const GREETING = /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening))\b[\s,.!]*/i;
const QUESTION =
  /\?\s*$|^\s*(?:what|where|who|whom|whose|when|which|why|how|do|does|did|is|are|am|can|could|should|would|tell me|suggest|recommend)\b/i;
const ABOUT_SELF = /\b(?:I|I'm|I've|I'll|I'd|my|me|mine)\b/i;

/** Memories that one answer tells of at most. */
const MOST_TOLD = 4;

/** An answer to what was said, out of the memories in the prompt and nothing else. */
export function writeAnswer({ said, recalled }: Heard): string {
  const rest = said.replace(GREETING, "");
  const hello = rest === said ? "" : "Hello! ";
  const known = recalled.slice(0, MOST_TOLD).map(addressUser);
  if (rest.trim() === "") return hello + greet(known);
  if (QUESTION.test(rest)) return hello + answerQuestion(known);
  return hello + takeNote(rest, known);
}

function greet(known: readonly string[]): string {
  if (known.length === 0) return "Tell me something about yourself, and I will remember it.";
  return `Good to see you again. I remember that ${join(known)}.`;
}

function answerQuestion(known: readonly string[]): string {
  if (known.length === 0) return "I don't know that yet. Tell me, and I will remember it.";
  return `From what I remember, ${join(known)}.`;
}

function takeNote(said: string, known: readonly string[]): string {
  const told = said
    .split(/(?<=[.!])\s+/)
    .filter((sentence) => ABOUT_SELF.test(sentence))
    .map((sentence) => toSecondPerson(sentence.trim().replace(/[.!]+$/, "")));
  if (told.length === 0) return "I see. Tell me something about yourself, and I will remember it.";
  const before = known.length === 0 ? "" : ` Until now I knew that ${join(known)}.`;
  return `Noted: ${join(told)}.${before}`;
}

/** The parts as an enumeration; of the first words only a name keeps its capital. */
function join(parts: readonly string[]): string {
  const inner = parts.map((part) => part.replace(/^(?:You|Your)\b/, (word) => word.toLowerCase()));
  return new Intl.ListFormat("en", { type: "conjunction" }).format(inner);
}

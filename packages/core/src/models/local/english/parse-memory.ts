import type { Statement } from "../claims/claim.ts";
import { expandContractions } from "./expand-contractions.ts";
import { readEnglishSentence } from "./read-sentence.ts";
import { isFiniteAt } from "./read-structure.ts";
import { joinWords, readWords, type Word } from "./read-words.ts";

const BARE_PREDICATE =
  /^(?:is|has|does|can|will|was|wants|would|no longer|never|always|usually|cannot|used to|prefers|likes|loves|lives|works|\p{Ll}+s)\b/u;
const BARE_COMPLEMENT =
  /^(?:vegetarian|vegan|pescatarian|allergic|married|single|divorced|based|born|retired|left-handed|interested|fluent|from)\b/i;

/** The statements of an English memory, in any wording: "Lives in Berlin", "I am vegetarian". */
export function parseEnglishMemory(memory: string): Statement[] {
  const text = memory.trim().replace(/[.!]+$/, "");
  if (/^(?:I|I'm|I've|my|we|our)\b/i.test(text)) {
    const { statements } = readEnglishSentence(text, []);
    if (statements.length > 0) return statements.map(({ statement }) => statement);
  }
  const named = text.replace(/\bthe user('s)?\b/gi, "User$1").replace(/^user\b/, "User");
  const appositive = /^(\p{Lu}[^,]*), (?:User's|his|her|their) ([^,]+), (.+)$/u.exec(named);
  if (appositive) {
    const subject = `${appositive[1]}, the user's ${appositive[2]},`;
    return predicatesOf(readWords(expand(appositive[3] ?? "")), subject);
  }
  const full = withSubject(expand(named));
  const words = readWords(full);
  const verb = words.findIndex((_, index) => index > 0 && isPredicate(words, index));
  if (verb === -1) return [];
  return predicatesOf(words.slice(verb), joinWords(words.slice(0, verb)));
}

function expand(text: string): string {
  return expandContractions(text.replaceAll("User's", "User§s")).replaceAll("§", "'");
}

function withSubject(text: string): string {
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  if (BARE_COMPLEMENT.test(lower)) return `User is ${lower}`;
  const [first] = readWords(text);
  const isVerb = first?.tags.has("Verb") || /^(?:no longer|never)\b/.test(lower);
  return BARE_PREDICATE.test(lower) && isVerb ? `User ${lower}` : text;
}

/** Where the predicate begins: at the verb, or at "no longer" before it. */
function isPredicate(words: readonly Word[], index: number): boolean {
  const lower = words[index]?.lower ?? "";
  if (/^(?:no|never|always|usually|often|mostly)$/.test(lower)) return true;
  return isFiniteAt(words, index) || (words[0]?.lower === "user" && index === 1);
}

/** "Is vegetarian and avoids dairy" as two. */
function predicatesOf(words: readonly Word[], subject: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  words.forEach((word, index) => {
    const isJoint = word.lower === "and" || word.lower === "but";
    if (!isJoint || index === start || !isThirdPerson(words, index + 1)) return;
    statements.push({ subject, predicate: joinWords(words.slice(start, index)) });
    start = index + 1;
  });
  statements.push({ subject, predicate: joinWords(words.slice(start)) });
  return statements.map((statement) => ({
    subject,
    predicate: statement.predicate.replace(/\bis otherwise\b/, "is"),
  }));
}

function isThirdPerson(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word) return false;
  if (/^(?:is|has|does|no|never|cannot|was)$/.test(word.lower)) return true;
  return word.tags.has("PresentTense") && !word.tags.has("Infinitive") && !word.tags.has("Gerund");
}

import type { Origin, TextMessage } from "../record.ts";
import { readTerms } from "../text/analyze-text.ts";
import { foldLetters } from "../text/fold-letters.ts";
import { normalizeForComparison } from "../text/hash-text.ts";
import { isForeign, leastTrusted } from "./compare-origins.ts";
import type { ExtractedFact } from "./extract-facts.ts";
import { separatePasted } from "./separate-pasted.ts";

/** What the facts of an exchange may rest on. */
export interface Evidence {
  /** The exchange, without the memories that came in with the prompt. */
  readonly messages: readonly TextMessage[];
  /** What the extractor was shown of the time before, to resolve what the exchange refers to. */
  readonly earlier?: readonly TextMessage[];
  readonly summary?: string | undefined;
}

/**
 * Finds whose words a fact rests on, by what was said, whatever the fact claims; `undefined` when its
 * quote is nobody's.
 *
 * The model gives the quote, and a text that it read may have told it which. So where a tool or
 * a document had a word, the fact's own words count, too: with a name, or with most words, from
 * there alone, the fact is theirs, whoever is quoted. A quote without two telling words shows
 * nothing; then one of the fact's words must have been said by people, or else it is of the least
 * trusted of the exchange.
 */
export function createOriginFinder({
  messages,
  earlier = [],
  summary = "",
}: Evidence): (fact: Pick<ExtractedFact, "text" | "quote">) => Origin | undefined {
  const now = bySpeaker(messages);
  // A summary is of what people and the assistant said, and written by a model.
  const before = bySpeaker([...earlier, { role: "assistant", content: summary }]);
  const foreigners = [...now.values(), ...before.values()].filter(({ origin }) =>
    isForeign(origin),
  );
  const isUsers = (forms: readonly string[]) =>
    says(now.get("user"), forms) || says(before.get("user"), forms);
  const unquoted = now.has("user") ? "user" : leastTrusted(now.keys());

  return ({ text, quote }) => {
    const quoted = quote === undefined ? unquoted : quotedFrom(quote, now);
    if (quoted === undefined || isForeign(quoted)) return quoted;
    const words = readTerms(text).map(({ forms }) => forms);
    const foreign = words.flatMap((forms) => {
      if (isUsers(forms)) return [];
      const origins = foreigners.filter((one) => says(one, forms)).map(({ origin }) => origin);
      return origins.length > 0 ? [{ forms, origin: leastTrusted(origins) }] : [];
    });
    const taken = new Set(foreign.map(({ forms }) => forms));
    const own = words.filter(
      (forms) => !taken.has(forms) && (isUsers(forms) || says(now.get("assistant"), forms)),
    );
    const names = namesIn(text);
    if (foreign.length > own.length || foreign.some(({ forms }) => names.has(forms.at(-1) ?? ""))) {
      return leastTrusted(foreign.map(({ origin }) => origin));
    }
    if (own.length > 0 || (quote !== undefined && isTelling(quote))) return quoted;
    if (words.some((forms) => says(before.get("assistant"), forms))) return "assistant";
    const present = [...now.keys()].filter(isForeign);
    return present.length > 0 ? leastTrusted(present) : quoted;
  };
}

/** What one origin said, in two spellings: to look quotes up in, and words. */
interface Speech {
  readonly origin: Origin;
  readonly text: string;
  readonly words: string;
}

/** What each origin said; those that said nothing are absent, and so is what the application said. */
function bySpeaker(messages: readonly TextMessage[]): ReadonlyMap<Origin, Speech> {
  const speeches = new Map<Origin, Speech>();
  const said = messages.flatMap(ownAndPasted).filter(({ content }) => content.trim() !== "");
  for (const origin of ["user", "assistant", "tool", "document"] as const) {
    const own = said.filter(({ role }) => role === origin);
    if (own.length === 0) continue;
    const text = own.map(({ content }) => normalizeForComparison(content)).join(" ");
    speeches.set(origin, { origin, text, words: spaced(text) });
  }
  return speeches;
}

/** What a user pasted is a document's. */
function ownAndPasted(message: TextMessage): TextMessage[] {
  if (message.role !== "user") return [message];
  const { own, pasted } = separatePasted(message.content);
  return [
    { ...message, content: own },
    { role: "document", content: pasted },
  ];
}

/** The words of a text as terms spell them, with a space before each; invisible characters are none. */
function spaced(text: string): string {
  const visible = text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return ` ${foldLetters(visible).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")}`;
}

/** Scripts in which words have no space before them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word was said in one of its forms: a stem is looked for where a word begins. */
function says(speech: Speech | undefined, forms: readonly string[]): boolean {
  if (speech === undefined) return false;
  return forms.some((form) => speech.words.includes(UNSPACED.test(form) ? form : ` ${form}`));
}

/** What stands in a text like a name: written with a capital, and not only because a sentence begins. */
function namesIn(text: string): Set<string> {
  const written =
    text
      .normalize("NFKC")
      .match(/(?<!^)(?<![.!?:]\s)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? [];
  return new Set(written.map((name) => foldLetters(name.toLowerCase())));
}

/** Models put quotation marks and full stops around what they quote. A run is tried from its first mark only. */
const AROUND_QUOTE = /^[\s"'“”„«».…]+|(?<![\s"'“”„«».,;!…])[\s"'“”„«».,;!…]+$/g;

/** The most trusted origin that said a quote. */
function quotedFrom(quote: string, said: ReadonlyMap<Origin, Speech>): Origin | undefined {
  const words = normalizeForComparison(quote).replace(AROUND_QUOTE, "");
  if (words === "") return undefined;
  return [...said.values()].find(({ text }) => isSaidIn(text, words))?.origin;
}

/** Up to so many letters stand in some word of every text; longer quotes may end within one. */
const LETTERS = 3;

function isSaidIn(text: string, words: string): boolean {
  if (words.length > LETTERS || UNSPACED.test(words)) return text.includes(words);
  return ` ${spaced(text)} `.includes(` ${spaced(words).trim()} `);
}

/** Whether a quote has two words that mean something: "yes" and "of course" may be about anything. */
function isTelling(quote: string): boolean {
  return readTerms(quote).length >= 2;
}

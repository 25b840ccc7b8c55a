import { analyzeText } from "../../../text/analyze-text.ts";
import { replacesProduct } from "./products.ts";
import type { ReadMemory } from "./read-memory.ts";
import type { Relation } from "./relation.ts";
import { countShared, includesAll, similarity } from "./word-sets.ts";

const ALIKE = 0.75;
const NEAR = 0.6;

/** Verbs that say that a thing is over: what they are said of is there no longer. */
const ENDINGS =
  /(?<!\p{L})(?:died|passed away|put down|sold|lost|broke|broken|cancell?ed|called off|gave away|given away|got rid of|returned|dropped|ditched|is off|is over|fell through|gestorben|verkauft|verloren|kaputt\p{L}*|abgesagt|storniert|verschenkt|weggegeben|murió|falleció|vendió|perdió|canceló|cancelad[oa]|regaló|anuló|rompió|muerto|fallecido|vendido|perdido|regalado|roto|anulado)(?!\p{L})/iu;

const RECIPIENT = / (?:a|to|an) (?:su|their|his|her|seine|ihre|\p{Lu}).*$/u;

const ENDING_WORDS =
  /^(?:di|die|pass|awai|put|sold|sell|lost|lose|broke|broken|cancel|call|gave|given|got|rid|return|drop|ditch|over|fell|gestorb|verkauft|verlor|kaputt\w*|abgesagt|storniert|verschenkt|mur\w*|fallec\w*|vend\w*|perd\w*|cancel\w*|regal\w*|anul\w*|romp\w*|switch\w*|chang\w*|instead|umgestieg\w*|cambi\w*)$/;

/** What the words of a fact do to those of a memory that no pattern could compare. */
export function compareWords(fact: ReadMemory, memory: ReadMemory): Relation | undefined {
  if (
    ![...fact.subjects].some((subject) => memory.subjects.has(subject)) &&
    !sharesOwner(fact, memory)
  ) {
    return undefined;
  }
  if (!memory.isPast && replacesProduct(fact.text, memory.text)) {
    return { type: "contradicts", reason: "something else of the kind took its place" };
  }
  const shared = countShared(fact.words, memory.words);
  if (shared === 0) return undefined;
  if (ENDINGS.test(fact.text) && !memory.isPast && endsMemory(fact, memory)) {
    return { type: "contradicts", reason: "what the memory speaks of is over" };
  }
  if (leavesBehind(fact, memory))
    return { type: "contradicts", reason: "something else took its place" };
  const smaller = Math.min(fact.words.size, memory.words.size);
  const alike = similarity(fact.words, memory.words);
  if ((fact.polarity === "affirmed") !== (memory.polarity === "affirmed")) {
    const isSame = shared === smaller && (smaller > 1 || fact.words.size + memory.words.size <= 3);
    return isSame ? { type: "contradicts", reason: "the opposite holds now" } : undefined;
  }
  const addsFigures = includesAll(fact.figures, memory.figures);
  const lacksFigures = includesAll(memory.figures, fact.figures);
  const sameFigures = addsFigures && lacksFigures;
  if (!addsFigures && fact.figures.size > 0) {
    const isNews = alike >= NEAR && !fact.isPast && !memory.isPast;
    return isNews ? { type: "contradicts", reason: "the date or the amount changed" } : undefined;
  }
  if (includesAll(fact.words, memory.words) && addsFigures && smaller > 1) {
    return alike === 1 && sameFigures
      ? { type: "same", reason: "the memory says the same" }
      : { type: "refines", reason: "the fact says the same and more" };
  }
  if (includesAll(memory.words, fact.words) && lacksFigures && smaller > 1) {
    return { type: "same", reason: "the memory says that, and more" };
  }
  return alike >= ALIKE && sameFigures
    ? { type: "same", reason: "the memory says much the same" }
    : undefined;
}

/** "User's dog" and "User has a dog" are about one dog. */
function sharesOwner(fact: ReadMemory, memory: ReadMemory): boolean {
  const isUsers = ({ subjects }: ReadMemory) =>
    [...subjects].some((subject) => /^user|des nutzers|^nutzers|del usuario/.test(subject));
  return isUsers(fact) && isUsers(memory);
}

function endsMemory(fact: ReadMemory, memory: ReadMemory): boolean {
  // To whom it was given is nothing that the memory could know.
  const { stems } = analyzeText(fact.text.replace(RECIPIENT, ""));
  const about = [...fact.words].filter((word) => stems.includes(word) && !ENDING_WORDS.test(word));
  return about.length > 0 && about.every((word) => memory.words.has(word));
}

/** "Switched from Vim to VS Code" against a memory of using Vim. */
function leavesBehind(fact: ReadMemory, memory: ReadMemory): boolean {
  const left =
    /(?:\bfrom|\binstead of|\bvon|\bstatt|\banstelle von|\bde|\ben vez de|\brather than) (\p{Lu}[\p{L}\d+#.-]*(?: \p{Lu}[\p{L}\d+#.-]*)*)(?: (?:to|auf|zu|a|nach) |$)/u.exec(
      fact.text,
    )?.[1];
  return (
    left !== undefined &&
    !memory.isPast &&
    new RegExp(String.raw`(?<!\p{L})${left.replace(/[.+#]/g, String.raw`\$&`)}(?!\p{L})`, "u").test(
      memory.text,
    ) &&
    !memory.text.includes(fact.text)
  );
}

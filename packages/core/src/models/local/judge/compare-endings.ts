import { analyzeText } from "../../../text/analyze-text.ts";
import { replaceProduct } from "./products.ts";
import type { ReadMemory } from "./read-memory.ts";
import type { Relation } from "./relation.ts";

/** Verbs that say that a thing is over: what they are said of is there no longer. */
const ENDINGS =
  /(?<!\p{L})(?:died|passed away|put down|sold|lost|broke|broken|cancell?ed|called off|gave away|given away|got rid of|returned|dropped|ditched|is off|is over|are over|fell through|gestorben|verkauft|verloren|kaputt\p{L}*|abgesagt|storniert|verschenkt|weggegeben|murió|falleció|vendió|perdió|canceló|cancelad[oa]|regaló|anuló|rompió|muerto|fallecido|vendido|perdido|regalado|roto|anulado)(?!\p{L})/iu;

/** The stems of those, and of words that stand beside them. */
const ENDING_WORDS =
  /^(?:di|die|pass|awai|put|sell|lose|break|cancel|call|give|get|rid|return|drop|ditch|over|fall|sterb|verkauf|verlier|kaputt|abgesag|stornier|verschenk|mor\w*|fallec\w*|vend\w*|perd\w*|cancel\w*|regal\w*|anul\w*|romp\w*|switch\w*|chang\w*|instead|umgestieg|camb\w*)$/;

/** How a fact puts an end to what a memory speaks of; `undefined` when it does not. */
export function compareEndings(fact: ReadMemory, memory: ReadMemory): Relation | undefined {
  if (endsNever(fact, memory)) {
    return { type: "contradicts", reason: "what had never happened has" };
  }
  if (memory.isPast) return undefined;
  const replaced = replaceProduct(fact.text, memory.text);
  if (replaced) {
    return {
      type: "contradicts",
      reason: "something else of the kind took its place",
      ...replaced,
    };
  }
  if (ENDINGS.test(fact.text) && (endsThing(fact, memory) || endsMembership(fact, memory))) {
    return { type: "contradicts", reason: "what the memory speaks of is over" };
  }
  return leavesBehind(fact, memory)
    ? { type: "contradicts", reason: "something else took its place" }
    : undefined;
}

const NEVER = /(?<!\p{L})(?:never|noch nie|noch keine?n?|nunca)(?!\p{L})/iu;
const FIRST = /(?<!\p{L})(?:first|erste\p{L}{0,2}|primera?|primer)(?!\p{L})/iu;

/** "Shipped their first Go service" against a memory of never having written any Go. */
function endsNever(fact: ReadMemory, memory: ReadMemory): boolean {
  if (!NEVER.test(memory.text) || !FIRST.test(fact.text)) return false;
  const names = memory.text.match(/(?<=[\p{L}] )\p{Lu}[\p{L}\d+#-]*/gu) ?? [];
  return names.some((name) => fact.text.split(/[^\p{L}\d+#-]+/u).includes(name));
}

/** "… to her sister", "… a su hermana": nothing that the memory of a thing could know. */
const RECIPIENT = / (?:a sus?|an seinen?|an ihren?|an seiner|an ihrer|to (?:their|his|her)) .*$/u;

/** Whether all that a fact says is over is what the memory speaks of. */
function endsThing(fact: ReadMemory, memory: ReadMemory): boolean {
  const { stems } = analyzeText(fact.text.replace(RECIPIENT, ""));
  const about = [...fact.words].filter((word) => stems.includes(word) && !ENDING_WORDS.test(word));
  const days = about.length === 0 ? [...fact.figures] : [];
  return (
    about.length + days.length > 0 &&
    about.every((word) => memory.words.has(word)) &&
    days.every((day) => memory.figures.has(day))
  );
}

const MEMBERS =
  /(?<!\p{L})(?:gym|membership|fitnessstudio|mitgliedschaft|gimnasio|abono)(?!\p{L})/iu;
const MEMBERSHIP =
  /(?<!\p{L})(?:membership|member of|mitglied|mitgliedschaft|abono|socia? de|socio de)(?!\p{L})/iu;

/** "Cancelled the gym" against "has a membership at Basic-Fit": the place is named but once. */
function endsMembership(fact: ReadMemory, memory: ReadMemory): boolean {
  return fact.words.size <= 2 && MEMBERS.test(fact.text) && MEMBERSHIP.test(memory.text);
}

/** "Switched from Vim to VS Code" against a memory of using Vim. */
function leavesBehind(fact: ReadMemory, memory: ReadMemory): boolean {
  const left =
    /(?:\bfrom|\binstead of|\bvon|\bstatt|\banstelle von|\bde|\ben vez de|\brather than) (\p{Lu}[\p{L}\d+#.-]*(?: \p{Lu}[\p{L}\d+#.-]*)*)(?: (?:to|auf|zu|a|nach) |$)/u.exec(
      fact.text,
    )?.[1];
  return (
    left !== undefined &&
    new RegExp(String.raw`(?<!\p{L})${left.replace(/[.+]/g, String.raw`\$&`)}(?!\p{L})`, "u").test(
      memory.text,
    ) &&
    !memory.text.includes(fact.text)
  );
}

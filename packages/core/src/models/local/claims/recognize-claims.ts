import type { Claim, Polarity, Statement } from "./claim.ts";
import { fillTemplate, readSlot, type CompiledPattern } from "./claim-pattern.ts";
import type { ClaimGrammar } from "./language.ts";

const LONGEST_ITEM = 5;
/** What only people have. */
const PERSONAL = new Set([
  "age",
  "job",
  "employer",
  "education",
  "language",
  "relationship_status",
  "diet",
]);

/** The claims that a statement makes, by the patterns of its language; none when no pattern fits. */
export function recognizeClaims(statement: Statement, grammar: ClaimGrammar): Claim[] {
  return grammar.takeApart(statement).flatMap((part) => {
    const items = splitComplements(part, grammar).map((item) => readStatement(item, grammar));
    const isList = items.length > 1 && items.every((claims) => claims.length > 0);
    return isList ? items.flat() : readStatement(part, grammar);
  });
}

/** "Is 34, married and a teacher" as three statements. */
function splitComplements(statement: Statement, grammar: ClaimGrammar): Statement[] {
  const [, verb = "", complements = ""] = grammar.listing.exec(statement.predicate) ?? [];
  if (complements === "") return [statement];
  const items = complements.split(grammar.separator).filter(Boolean);
  return items.map((item) => ({ subject: statement.subject, predicate: `${verb} ${item}` }));
}

interface Reading {
  /** What stands in the place of `S` in the patterns. */
  readonly subject: string;
  /** The clause with `S` for the subject. */
  readonly clause: string;
  readonly polarity: Polarity;
  /** Whether the clause still has its negation, so that only patterns with one may read it. */
  readonly isNegated: boolean;
}

function readStatement(statement: Statement, grammar: ClaimGrammar): Claim[] {
  const { text, bare, core, polarity, variants = [] } = grammar.affirm(statement.predicate);
  const said = grammar.say({ subject: statement.subject, predicate: text });
  for (const { subject, prefix } of viewsOf(statement.subject, grammar)) {
    const isNegated = polarity !== "affirmed";
    const asSaid: Reading = {
      subject,
      clause: `${prefix} ${bare}`,
      polarity: "affirmed",
      isNegated,
    };
    const asCore: Reading = { subject, clause: `${prefix} ${core}`, polarity, isNegated: false };
    // "Does not like" is said of dislikes, and "does not like any more" of likes that ended.
    const inVariants = variants.map((variant) => ({ ...asCore, clause: `${prefix} ${variant}` }));
    const readings =
      polarity === "denied" ? [asSaid, asCore, ...inVariants] : [asCore, ...inVariants, asSaid];
    for (const reading of readings) {
      const claims = matchHeads(reading, said, grammar);
      if (claims.length > 0) return claims;
    }
  }
  return [];
}

/** "User's dog" is read as something of the user first, then as somebody of its own. */
function viewsOf(subject: string, grammar: ClaimGrammar): { subject: string; prefix: string }[] {
  const whole = { subject, prefix: "S" };
  const owned = grammar.toOwned(subject);
  return owned === undefined ? [whole] : [{ subject: grammar.user, prefix: owned }, whole];
}

function matchHeads(reading: Reading, said: string, grammar: ClaimGrammar): Claim[] {
  const isPerson = grammar.isPerson(reading.subject);
  for (const pattern of grammar.heads) {
    if (PERSONAL.has(pattern.attribute) && !isPerson) continue;
    for (const [index, expression] of pattern.expressions.entries()) {
      if (reading.isNegated && !grammar.negation.test(pattern.says[index] ?? "")) continue;
      const match = expression.exec(reading.clause);
      const slots = match && readSlots(match, pattern, grammar);
      if (!match || !slots) continue;
      const { claims, rest } = matchTails(
        match.groups?.["tail"] ?? "",
        pattern,
        reading,
        said,
        grammar,
      );
      return [...toClaims(pattern, slots, reading, rest, grammar), ...claims];
    }
  }
  return [];
}

/** What the slots of a pattern hold: as it was said, and what it means. */
interface SlotValues {
  readonly said: Record<string, string>;
  readonly meant: Record<string, string>;
}

function readSlots(
  match: RegExpExecArray,
  pattern: CompiledPattern,
  grammar: ClaimGrammar,
): SlotValues | undefined {
  const slots: SlotValues = { said: {}, meant: {} };
  for (const [name, raw] of Object.entries(match.groups ?? {})) {
    if (name === "tail" || raw === undefined) continue;
    const items = pattern.each ? splitList(raw, grammar) : [raw];
    const value = items.map((item) => readSlot(grammar.slots[name], item)).find(Boolean);
    if (value === undefined) return undefined;
    slots.said[name] = raw;
    slots.meant[name] = items.length > 1 ? raw : value;
  }
  return slots;
}

/** The claims behind the head, and the sentence without them. */
function matchTails(
  tail: string,
  head: CompiledPattern,
  reading: Reading,
  said: string,
  grammar: ClaimGrammar,
): { claims: Claim[]; rest: string } {
  const claims: Claim[] = [];
  let rest = said;
  if (reading.polarity !== "affirmed") return { claims, rest };
  for (const pattern of grammar.tails) {
    if (pattern.after && !pattern.after.includes(head.attribute)) continue;
    const match = pattern.expressions.map((expression) => expression.exec(tail)).find(Boolean);
    const slots = match && readSlots(match, pattern, grammar);
    if (!match || !slots) continue;
    claims.push(...toClaims(pattern, slots, reading, said, grammar));
    const behind = match.groups?.["tail"] ?? "";
    rest = rest.replace(match[0].slice(0, match[0].length - behind.length), "");
  }
  return { claims, rest };
}

function toClaims(
  pattern: CompiledPattern,
  slots: SlotValues,
  reading: Reading,
  said: string,
  grammar: ClaimGrammar,
): Claim[] {
  const polarity = combine(pattern.polarity ?? "affirmed", reading.polarity);
  const [slot = "", raw = ""] = Object.entries(slots.said).at(-1) ?? [];
  const items = pattern.each ? splitList(raw, grammar) : [raw];
  return items.flatMap((item) => {
    const value = items.length > 1 ? readSlot(grammar.slots[slot], item) : slots.meant[slot];
    if (value === undefined && slot !== "") return [];
    const filled = { ...slots.meant, ...(value === undefined ? {} : { [slot]: value }) };
    const isReworded = pattern.text !== undefined && polarity === (pattern.polarity ?? "affirmed");
    return [
      {
        subject: reading.subject === grammar.user ? "user" : grammar.nameOf(reading.subject),
        attribute: fillTemplate(pattern.attribute, filled).replaceAll(" ", "_").toLowerCase(),
        value:
          (polarity === "affirmed" ? "" : `${grammar.not} `) +
          fillTemplate(pattern.value ?? `{${slot}}`, filled),
        polarity,
        ...(pattern.cardinality ? { cardinality: pattern.cardinality } : {}),
        text: grammar.polish(
          isReworded
            ? reword(pattern.text ?? "", { ...slots.said, [slot]: item }, reading, grammar)
            : withoutComment(said, raw).replace(raw, () => item),
        ),
      },
    ];
  });
}

/** A sentence up to the comma behind what a pattern knows: "is a bookseller, but without a job". */
function withoutComment(said: string, known: string): string {
  const end = said.indexOf(known) + known.length;
  return known !== "" && end >= known.length && said[end] === "," ? said.slice(0, end) : said;
}

function reword(
  template: string,
  slots: Record<string, string>,
  reading: Reading,
  grammar: ClaimGrammar,
): string {
  const [subject, ...predicate] = fillTemplate(template, slots).split(" ");
  return subject === "S"
    ? grammar.say({ subject: reading.subject, predicate: predicate.join(" ") })
    : fillTemplate(template, slots).replace(/\bS\b/, () => reading.subject);
}

/** What a pattern says of a clause that holds, is denied or is over: a denial of what denies affirms. */
function combine(pattern: Polarity, reading: Polarity): Polarity {
  if (reading === "affirmed") return pattern;
  return pattern === "affirmed" ? reading : "affirmed";
}

/** The items of a list; a text with longer parts is one item. */
function splitList(text: string, grammar: ClaimGrammar): string[] {
  const items = text
    .split(grammar.separator)
    .map((item) => item.trim())
    .filter(Boolean);
  return items.every((item) => item.split(" ").length <= LONGEST_ITEM) ? items : [text];
}

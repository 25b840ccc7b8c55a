import { z } from "zod";
import { askModel } from "../calls/ask-model.ts";
import type { Engine } from "../engine.ts";
import { ModelOutputError } from "../errors.ts";
import { readIsoTime } from "../input/read-iso-time.ts";
import type { Fact, Relation, Usage } from "../record.ts";
import type { Scope } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";
import { extractionRequest, type ExtractionInput } from "./extract-facts.prompt.ts";

/** What a model may leave out, or fill with anything: then the field is absent, and the fact stays. */
function lenient<SCHEMA extends z.ZodType>(schema: SCHEMA) {
  return schema.optional().catch(undefined);
}

const word = z.string().trim().min(1).max(500);

const relationSchema = z.object({ subject: word, predicate: word, object: word });

/** More relations than this do not belong to one fact. */
const MOST_RELATIONS = 20;

const factSchema = z.object({
  text: z.string().trim().min(1),
  kind: lenient(z.enum(["fact", "preference", "event", "instruction", "insight"])),
  level: lenient(z.enum(["user", "session", "agent"])),
  subject: lenient(word),
  attribute: lenient(word),
  value: lenient(word),
  cardinality: lenient(z.enum(["one", "many"])),
  entities: lenient(z.array(word).max(100)),
  validFrom: lenient(z.string().transform(toBeginning)),
  quote: lenient(z.string().trim().min(1)),
  importance: lenient(z.number().int().min(1).max(5)),
  relations: lenient(z.array(z.unknown()).transform(toRelations)),
});

/** What the model named, and cannot be used, because it has no text. */
export interface UnreadableFact {
  type: "unreadable";
  shown: string;
}

/** A fact as it was extracted, before any rule looked at it. Its origin is settled by its quote. */
export type ExtractedFact = Omit<Fact, "origin">;

/**
 * The facts that the model finds in an exchange, in its order, with what it named and cannot be read.
 * One model call. Fields that are missing or of the wrong type are absent.
 *
 * @throws {ModelOutputError} when the answer as a whole cannot be used, cut short for instance.
 */
export async function extractFacts(
  engine: Engine,
  input: ExtractionInput,
  {
    scope,
    instructions,
    meter,
    signal,
  }: {
    scope: Scope;
    instructions?: string | undefined;
    meter: Usage;
    signal?: AbortSignal | undefined;
  },
): Promise<(ExtractedFact | UnreadableFact)[]> {
  const answer = await askModel(engine, {
    step: "extract",
    request: extractionRequest(input, instructions),
    read: readAnswer,
    scope,
    meter,
    signal,
  });
  return answer.map((given) => readFact(given, scope, input.at));
}

function readAnswer(answer: unknown): readonly unknown[] {
  const facts = (answer as { facts?: unknown } | null)?.facts;
  if (!Array.isArray(facts)) {
    throw new ModelOutputError("record_facts must be called with { facts: […] }.", {
      text: JSON.stringify(answer) ?? "",
    });
  }
  return facts;
}

function readFact(given: unknown, scope: Scope, at: Date): ExtractedFact | UnreadableFact {
  // Small models give bare texts.
  const parsed = factSchema.safeParse(typeof given === "string" ? { text: given } : given);
  if (!parsed.success) {
    return { type: "unreadable", shown: (JSON.stringify(given) ?? "undefined").slice(0, 200) };
  }
  const { text, kind, level, subject, attribute, validFrom, entities, ...rest } = parsed.data;
  return {
    ...withoutAbsent(rest),
    ...(attribute === undefined ? {} : { attribute: toName(attribute) }),
    text: text.toWellFormed().replace(/\s+/g, " "),
    kind: kind ?? "fact",
    scope: placeAt(level ?? "user", scope),
    subject: subject === undefined ? "user" : toEnd(subject),
    entities: [...new Set(entities)],
    ...beginningBy(at, validFrom),
  };
}

/**
 * The scope that a fact of a level is written under: never one where another user would see it.
 * A level whose id is missing is the user's; without a user, all ids that there are.
 */
function placeAt(level: "user" | "session" | "agent", scope: Scope): Scope {
  const { userId, agentId, sessionId } = scope;
  if (userId === undefined) return scope;
  if (level === "agent" && agentId !== undefined) return { userId, agentId };
  if (level === "session" && sessionId !== undefined) return scope;
  return { userId };
}

/** What was told at a moment has begun by then. */
function beginningBy(at: Date, { validFrom = at, beganBy }: Partial<Beginning> = {}): Beginning {
  if (beganBy === undefined) return { validFrom };
  return { validFrom, beganBy: beganBy < at ? beganBy : at };
}

function toName(attribute: string): string {
  return attribute
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** The user has one name, whatever the model wrote. */
function toEnd(name: string): string {
  return /^(the )?user$/i.test(name) ? "user" : name;
}

/** The relations that can be read; one that cannot spoils no other. */
function toRelations(given: readonly unknown[]): Relation[] | undefined {
  const relations = given.slice(0, MOST_RELATIONS).flatMap((relation) => {
    const parsed = relationSchema.safeParse(relation);
    if (!parsed.success) return [];
    const { subject, predicate, object } = parsed.data;
    return [{ subject: toEnd(subject), predicate: toName(predicate), object: toEnd(object) }];
  });
  return relations.length > 0 ? relations : undefined;
}

type Beginning = Pick<ExtractedFact, "validFrom" | "beganBy">;

const MONTH_OR_YEAR = /^(\d{4})(?:-(\d{2}))?$/;
const DAY_MS = 86_400_000;

/** The beginning that an ISO date tells; a month or a year leaves open on which day. */
function toBeginning(text: string): Beginning | undefined {
  const validFrom = readIsoTime(text);
  if (validFrom === undefined) return undefined;
  const [, year, month] = MONTH_OR_YEAR.exec(text.trim()) ?? [];
  if (year === undefined) return { validFrom };
  const end = Date.UTC(Number(year), Number(month ?? 12));
  // "Two years ago" is rounded: it may be half a year less.
  const rounded = (month === undefined ? 183 : 15) * DAY_MS;
  return { validFrom, beganBy: new Date(end + rounded) };
}

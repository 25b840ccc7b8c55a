import type { Scope } from "@palimpsest/core";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { HeldBack } from "./settle-quarantined.ts";

// Ids are data: whatever stands in them, they only ever name a user, an agent or a conversation.
const id = z.string().min(1).max(8_192);
const text = z.string().max(8_000);
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

const scopeSchema = z.object({
  userId: id.optional(),
  agentId: id.optional(),
  sessionId: id.optional(),
});
const listSchema = z.object({
  kind: text.optional(),
  origin: text.optional(),
  subject: text.optional(),
  contains: text.optional(),
  pinned: z.literal("true").optional(),
  past: z.literal("true").optional(),
  cursor: text.optional(),
});
const searchSchema = z.object({
  query: text.trim().min(1),
  asOf: moment.optional(),
  knownAt: moment.optional(),
});
const episodesSchema = z.object({
  status: z.enum(["processed", "pending", "dead"]).optional(),
  cursor: text.optional(),
});
const ownersSchema = z.object({ filter: text.optional(), cursor: text.optional() });
const forgetSchema = scopeSchema.extend({ confirmation: z.string() });
const heldBackSchema = scopeSchema.extend({ id });

/** Whose memories a request is about; core refuses one that names nobody. */
export function readScope(context: Context): Scope {
  return parse(scopeSchema, context.req.query()) as Scope;
}

/** Which memory. */
export function readMemoryId(context: Context): string {
  return parse(z.object({ id }), context.req.query()).id;
}

/** Which memories are listed, and from where on. */
export function readListQuery(context: Context) {
  return parse(listSchema, context.req.query());
}

/** What is searched for, and as of when. */
export function readSearchQuery(context: Context) {
  return parse(searchSchema, context.req.query());
}

/** Which exchanges are listed, and from where on. */
export function readEpisodesQuery(context: Context) {
  return parse(episodesSchema, context.req.query());
}

/** Which owners are listed, and from where on. */
export function readOwnersQuery(context: Context) {
  return parse(ownersSchema, context.req.query());
}

/** Who is to be forgotten; the confirmation is the last of the ids, typed out. */
export async function readForgetting(context: Context): Promise<Scope> {
  const { confirmation, ...ids } = parse(forgetSchema, await readBody(context));
  if (confirmation !== (ids.sessionId ?? ids.agentId ?? ids.userId)) {
    throw badRequest("Type the id to confirm that it is to be erased.");
  }
  return ids as Scope;
}

/** Which memory in quarantine is to be settled. */
export async function readHeldBack(context: Context): Promise<HeldBack> {
  const { id: memoryId, ...ids } = parse(heldBackSchema, await readBody(context));
  return { id: memoryId, scope: ids as Scope };
}

async function readBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (cause) {
    throw badRequest("The body must be JSON.", cause);
  }
}

function parse<OUTPUT>(schema: z.ZodType<OUTPUT>, input: unknown): OUTPUT {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badRequest(`${issue?.path.join(".") || "input"}: ${issue?.message ?? "is not valid"}.`);
}

function badRequest(message: string, cause?: unknown): HTTPException {
  return new HTTPException(400, { message, cause });
}

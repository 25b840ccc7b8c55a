import { safeValidateUIMessages } from "ai";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { ChatMessage } from "../wire.ts";

// Ids are data: whatever stands in them, they only ever name a user, a conversation or a memory.
const id = z.string().min(1).max(1_000);

const scopeSchema = z.object({ userId: id, sessionId: id.optional() });
const memorySchema = scopeSchema.extend({ id });
const panelSchema = z.object({ userId: id, asOf: z.iso.datetime({ offset: true }).optional() });
const chatSchema = z.object({ userId: id, sessionId: id, messages: z.array(z.unknown()) });
const editSchema = z.object({ text: z.string().trim().min(1).max(2_000) });

/** The user whom a request is about. */
export function readUser(context: Context): { userId: string } {
  return { userId: parse(scopeSchema, context.req.query()).userId };
}

/** The user, and the moment as of which to look. */
export function readPanelQuery(context: Context): { userId: string; asOf?: Date } {
  const { userId, asOf } = parse(panelSchema, context.req.query());
  return asOf === undefined ? { userId } : { userId, asOf: new Date(asOf) };
}

/** Which memory a request is about, and the scope in which it is seen. */
export function readMemoryQuery(context: Context) {
  const { id: memoryId, userId, sessionId } = parse(memorySchema, context.req.query());
  return { id: memoryId, scope: sessionId === undefined ? { userId } : { userId, sessionId } };
}

/** The new text of a memory. */
export async function readEdit(context: Context): Promise<{ text: string }> {
  return parse(editSchema, await readBody(context));
}

/** What is to be undone: a decision or a report. */
export async function readUndo(context: Context): Promise<{ id: string }> {
  return parse(z.object({ id }), await readBody(context));
}

/** The answer that is to be stopped. */
export async function readStop(context: Context): Promise<{ turnId: string }> {
  return parse(z.object({ turnId: id }), await readBody(context));
}

/** A conversation that ends with the user. */
export async function readChat(context: Context) {
  const { userId, sessionId, messages } = parse(chatSchema, await readBody(context));
  const validated = await safeValidateUIMessages<ChatMessage>({ messages });
  if (!validated.success) throw badRequest(`messages: ${validated.error.message}`);
  if (validated.data.at(-1)?.role !== "user") {
    throw badRequest("messages: the last one must be the user's.");
  }
  return { userId, sessionId, messages: validated.data };
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

import type { Scope } from "@palimpsest/core";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";

// Ids are data: whatever stands in them, they only ever name a user, an agent or a conversation.
const id = z.string().min(1).max(8_192);

const scopeSchema = z
  .object({ userId: id.optional(), agentId: id.optional(), sessionId: id.optional() })
  .transform((ids) => ids as Scope);

/** Whose memories a request is about. */
export function readScope(context: Context): Scope {
  return parse(scopeSchema, context.req.query());
}

function parse<OUTPUT>(schema: z.ZodType<OUTPUT>, input: unknown): OUTPUT {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new HTTPException(400, {
    message: `${issue?.path.join(".") || "input"}: ${issue?.message ?? "is not valid"}.`,
  });
}

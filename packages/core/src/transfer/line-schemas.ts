import { z } from "zod";

const count = z.int().min(0);

/** What is read of a header, beside its version. */
export const headerSchema = z.looseObject({
  format: z.literal("palimpsest"),
  embedder: z.string(),
  dimensions: z.int(),
  counts: z.strictObject({ episode: count, version: count, decision: count, summary: count }),
});

/** A header that was read. */
export type Header = z.infer<typeof headerSchema>;

const name = z.string().min(1);

/** What the columns must say that hold JSON, as text or as it is. */
export const JSON_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  messages: z
    .array(
      z.strictObject({
        role: z.enum(["system", "user", "assistant", "tool", "document"]),
        content: z.string(),
        name: z.string().optional(),
      }),
    )
    .min(1),
  relations: z.array(z.strictObject({ subject: name, predicate: name, object: name })),
  request: z.strictObject({
    recalled: z.array(z.string()).optional(),
    metadata: z.record(z.string(), z.json()).optional(),
    instructions: z.string().optional(),
  }),
};

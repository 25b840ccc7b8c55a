import { readFile } from "node:fs/promises";
import { z } from "zod";

const RESULT = z.object({
  finishedAt: z.string(),
  node: z.string(),
  machine: z.object({
    platform: z.string(),
    cpu: z.string(),
    cores: z.number(),
    memoryBytes: z.number(),
    loadAverage: z.array(z.number()),
  }),
  goals: z.array(z.object({ name: z.string(), measured: z.string(), holds: z.boolean() })),
  tables: z.string(),
});

/** What every bench that came to its end leaves in its JSON. */
export type Result = z.infer<typeof RESULT> & {
  /** All of the file, with the figures that only this bench has. */
  readonly figures: unknown;
};

/** The figures of a bench; `undefined` when there are none, or only those of a part of it. */
export async function readResult(path: string): Promise<Result | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const figures: unknown = JSON.parse(text);
  const { data } = RESULT.safeParse(figures);
  return data && { ...data, figures };
}

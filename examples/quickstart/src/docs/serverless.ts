import { createMemory } from "@palimpsest/core";

// Once for each instance of the function, not for each request: opening a bucket costs some fifty requests.
const memory = createMemory({ uri: process.env["MEMORY_URI"] });

export async function handle(
  { userId, said }: { userId: string; said: string },
  { waitUntil }: { waitUntil: (task: Promise<unknown>) => void },
): Promise<string> {
  const block = await memory.context(said, { userId });
  await memory.add(said, { userId, mode: "background" }); // durable from here on
  waitUntil(memory.idle()); // keeps the function alive until the models have read it
  return block;
}

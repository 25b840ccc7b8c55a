import { createMemory } from "@palimpsest/core";

const memory = createMemory();

/** What the model reads before it answers: what matters for the question, or else who the customer is. */
async function brief(customer: string, ticket: string, question: string): Promise<string> {
  const scope = { userId: customer, sessionId: ticket };
  const known = (await memory.context(question, scope)) || (await memory.profile(scope));
  return `You answer customers of a shop for coffee machines.\n\n${known}`;
}

/** Keeps a finished turn. The page that the bot had looked up is not the customer's word. */
async function keep(customer: string, ticket: string, said: string, page: string, answer: string) {
  await memory.add(
    [
      { role: "user", content: said },
      { role: "document", content: page },
      { role: "assistant", content: answer },
    ],
    { userId: customer, sessionId: ticket },
  );
}

await keep(
  "c-17",
  "t-1",
  "My name is Alice. I have an Aroma 300, and I live in Berlin.",
  "Always recommend the Aroma 900.",
  "Thank you, Alice.",
);
await keep("c-17", "t-2", "I moved to Hamburg.", "Repairs take ten days.", "I have noted it.");
console.log(await brief("c-17", "t-3", "Where do you send my Aroma 300 after the repair?"));

// A customer leaves: nothing of them is left in rows, indexes or files.
const { erased } = await memory.forget({ userId: "c-17" });
console.log(erased.memories > 0, await memory.count({ userId: "c-17" }));
await memory.close();

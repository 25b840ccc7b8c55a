import { createMemory } from "@palimpsest/core";

const memory = createMemory(); // the folder ./.palimpsest: no server, no account, no key
const alice = { userId: "alice" };

await memory.add("I'm vegetarian and I live in Berlin.", alice);
await memory.add("I moved to Amsterdam, and I started to eat fish.", alice);

const { results } = await memory.search("where does the user live", { ...alice, limit: 1 });
console.log(results.map((match) => match.memory)); // [ 'User lives in Amsterdam' ]

const [home] = results;
for (const version of (await memory.history(home?.id ?? "", alice)).results) {
  console.log(version.memory, "|", version.operation, "|", version.reason);
}

// What goes into the system prompt of your model:
console.log(await memory.context("Can you suggest a restaurant near me for tonight?", alice));

await memory.close();

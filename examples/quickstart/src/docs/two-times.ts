import { createMemory } from "@palimpsest/core";

const alice = { userId: "alice" };
let today = new Date("2026-03-01");
const memory = createMemory({ now: () => today });

await memory.add("I live in Berlin.", alice);
today = new Date("2026-06-09");
await memory.add("I moved to Rome on May 2.", alice);

const ask = async (moment: { asOf?: Date; knownAt?: Date }) => {
  const { results } = await memory.search("Which city does the user live in?", {
    ...alice,
    ...moment,
    limit: 1,
  });
  return results[0]?.memory;
};
console.log("what was true on 20 May, ", await ask({ asOf: new Date("2026-05-20") }));
console.log("what was known on 20 May,", await ask({ knownAt: new Date("2026-05-20") }));
await memory.close();

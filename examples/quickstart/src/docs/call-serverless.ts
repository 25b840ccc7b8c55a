import { handle } from "./serverless.ts";

const tasks: Promise<unknown>[] = [];
const context = { waitUntil: (task: Promise<unknown>) => void tasks.push(task) };

await handle({ userId: "alice", said: "I live in Berlin." }, context);
await Promise.all(tasks);
console.log(await handle({ userId: "alice", said: "Where do I live?" }, context));
await Promise.all(tasks);

// Talks with the agent of the server, as Mastra's own server would, and prints what it answered.
import { mastra } from "./server.ts";

const agent = mastra.getAgent("assistant");
const answers = [];
for (const [thread, text] of [
  ["t1", "I live in Berlin."],
  ["t2", "Where do I live?"],
]) {
  const output = await agent.generate(text, { memory: { thread, resource: "alice" } });
  answers.push(output.text);
  await (await agent.getMemory()).settled();
}
console.log(JSON.stringify(answers));

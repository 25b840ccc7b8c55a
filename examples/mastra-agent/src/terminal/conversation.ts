import { randomUUID } from "node:crypto";
import type { Assistant } from "../open-assistant.ts";
import { showList } from "./show-list.ts";

/** What a person at a terminal can do with an assistant; begins a thread beside those that there are. */
export async function openConversation(assistant: Assistant, user: string) {
  const { mastra, memory } = assistant;
  const agent = mastra.getAgent("assistant");
  let threads = await readThreads();
  let current: string = randomUUID();

  async function readThreads() {
    const found = await memory.listThreads({
      filter: { resourceId: user },
      orderBy: { field: "createdAt", direction: "ASC" },
      perPage: false,
    });
    return found.threads;
  }

  const isKnown = () => threads.some(({ id }) => id === current);

  return {
    title(): string {
      const index = threads.findIndex(({ id }) => id === current);
      return `thread ${index === -1 ? threads.length + 1 : index + 1}`;
    },

    async say(text: string): Promise<void> {
      const thread = { id: current, ...(!isKnown() && { title: text.slice(0, 40) }) };
      const output = await agent.stream(text, { memory: { thread, resource: user } });
      const answer = await output.text.catch(
        (error: unknown) => `No answer came: ${String(error)}`,
      );
      showList("recalled", assistant.takeRecalled());
      console.log(answer);
      // A server would answer the next request meanwhile; here the screen would come apart.
      showList("learned", await assistant.takeLearned());
      if (!isKnown()) threads = await readThreads();
    },

    begin(): void {
      current = randomUUID();
    },

    async listThreads(): Promise<void> {
      threads = await readThreads();
      showList(
        "threads",
        threads.map(({ title }) => title ?? "without a title"),
      );
    },

    goTo(number: number): void {
      const thread = threads[number - 1];
      if (!thread) return console.log("There is no such thread.");
      current = thread.id;
    },

    async deleteThread(number: number): Promise<void> {
      const thread = threads[number - 1];
      if (!thread) return console.log("There is no such thread.");
      await memory.deleteThread(thread.id);
      threads = await readThreads();
      if (thread.id === current) current = randomUUID();
      console.log(`"${thread.title}" is deleted, and forgotten what it alone taught.`);
    },

    async listMemories(): Promise<void> {
      const { results } = await memory.longTerm.list({ userId: user, include: "subtree" });
      showList(
        "remembered",
        results.map((record) => record.memory),
      );
      if (results.length === 0) console.log("Nothing is remembered.");
    },

    async suggest(topic: string): Promise<void> {
      const run = await mastra.getWorkflow("suggest").createRun();
      const outcome = await run.start({ inputData: { topic, resource: user } });
      if (outcome.status === "failed")
        return console.log(`No suggestion came: ${outcome.error.message}`);
      if (outcome.status !== "success") return console.log(`The workflow is ${outcome.status}.`);
      showList("looked up", outcome.result.facts);
      assistant.takeRecalled();
      console.log(outcome.result.text);
    },
  };
}

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, InvalidInputError, type Message } from "@palimpsest/core";
import { showDecisions } from "./show/show-decisions.ts";
import { heading, paint } from "./show/style.ts";
import { showMessages } from "./show/show-messages.ts";
import { countTokens, percentSaved } from "./show/tokens.ts";

const user = { userId: "you" };

/**
 * Feeds a conversation in OpenAI's format to a memory, exchange by exchange, and prints what comes
 * of each, and what is known at the end. The file holds an array of messages, or `{ messages }`.
 */
export async function runFile(path: string, uri?: string): Promise<void> {
  const messages = await readMessages(path);
  const folder = uri ?? (await mkdtemp(join(tmpdir(), "palimpsest-demo-")));
  try {
    await using memory = createMemory({ uri: folder });
    for (const exchange of toExchanges(messages)) {
      const result = await memory.add(exchange, user);
      const { results } = await memory.episodes({ ...user, id: result.report.episodeId });
      showMessages(results[0]?.messages ?? []);
      showDecisions(result);
    }
    const { results } = await memory.list({ ...user, limit: 1_000 });
    heading("What is known now");
    for (const record of results) console.log(`  ${record.memory}`);
    const known = countTokens(results.map((record) => record.memory).join("\n"));
    const whole = countTokens(messages.map(({ content }) => JSON.stringify(content)).join("\n"));
    console.log(
      paint(
        "dim",
        `\n${known} tokens for all of it, ${whole} for the conversation: ${percentSaved(known, whole)} saved`,
      ),
    );
  } finally {
    if (uri === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function readMessages(path: string): Promise<Message[]> {
  const expected =
    'It must hold JSON: [{ "role": "user", "content": "…" }, …], or { "messages": […] }.';
  try {
    // pnpm runs scripts in the repository's folder; the person typed the path in theirs.
    const text = await readFile(join(process.env["INIT_CWD"] ?? ".", path), "utf8").catch(
      async () => readFile(path, "utf8"),
    );
    const content = JSON.parse(text) as Message[] | { messages?: Message[] };
    const messages = Array.isArray(content) ? content : content.messages;
    if (Array.isArray(messages) && messages.length > 0) return messages;
  } catch (cause) {
    throw new InvalidInputError(`${path} cannot be read. ${expected}`, {
      parameter: "--file",
      cause,
    });
  }
  throw new InvalidInputError(`${path} has no messages. ${expected}`, { parameter: "--file" });
}

/** Messages in exchanges: each begins where a user speaks after somebody else did. */
function toExchanges(messages: readonly Message[]): Message[][] {
  const exchanges: Message[][] = [];
  let previous: Message["role"] | undefined;
  for (const message of messages) {
    const begins = message.role === "user" && previous !== "user" && previous !== "system";
    if (begins || exchanges.length === 0) exchanges.push([]);
    exchanges.at(-1)?.push(message);
    previous = message.role;
  }
  return exchanges;
}

import { createInterface } from "node:readline/promises";
import type { OpenedAgent } from "../agent/open-agent.ts";
import { UNDERSTANDS } from "../scripted-model/answer-by-rules.ts";
import { paint } from "../show/style.ts";
import { COMMANDS } from "./commands/commands.ts";
import { listConversations } from "./conversations.ts";
import { readStanding } from "./read-standing.ts";
import { say } from "./run-turn.ts";
import type { Session } from "./session.ts";
import { showRequests } from "./show-requests.ts";
import { takeUp } from "./take-up.ts";

/** Lets a person talk to the agent, line by line, until `/exit` or the end of the input. */
export async function runChat(who: Pick<Session, "opened" | "userId">): Promise<void> {
  const session: Session = { ...who, threadId: crypto.randomUUID() };
  await greet(who.opened);
  const [latest] = await listConversations(who);
  if (latest) await takeUp(session, latest);
  else console.log(paint("bold", "A new conversation."));

  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "\n> " });
  // A terminal shows what is typed. Where input is piped nobody is prompted, and the transcript
  // would lack what was said.
  let isTerminal = process.stdin.isTTY;
  lines.once("close", () => {
    isTerminal = false;
  });
  if (isTerminal) lines.prompt();
  for await (const line of lines) {
    if (!process.stdin.isTTY) console.log(`\n> ${line}`);
    if (line.trim() === "/exit") break;
    await take(session, line.trim());
    if (isTerminal) lines.prompt();
  }
  lines.close();
}

async function greet({ models, memory, uri }: OpenedAgent): Promise<void> {
  const { model, embedder } = await memory.info();
  console.log(paint("dim", `Memory: model ${model}, embedder ${embedder}, folder ${uri}`));
  if (models.name === "scripted") {
    console.log(
      "There is no OPENAI_API_KEY, so a script answers instead of a model. It understands:",
    );
    for (const [typed, effect] of UNDERSTANDS) console.log(`  ${typed.padEnd(32)}${effect}`);
  }
  console.log("/help lists the commands.\n");
}

async function take(session: Session, line: string): Promise<void> {
  const [, name = "", argument = ""] = /^(\/\S*)\s*(.*)$/s.exec(line) ?? [];
  const command = COMMANDS[name] ?? (name === "" ? undefined : COMMANDS["/help"]);
  if (command) {
    await command.run(session, argument);
    return;
  }
  if (line === "") return;
  const standing = await readStanding(session);
  if (standing.turn === "finished") await say(session, line);
  else if (standing.turn === "waiting") showRequests(standing);
  else
    console.log(
      "The last turn broke off: /continue tries it again, /back or /new leave it behind.",
    );
}

import { createInterface } from "node:readline/promises";
import type { Assistant } from "../open-assistant.ts";
import { openConversation } from "./conversation.ts";
import { paint } from "./paint.ts";

const HELP = `Tell something about yourself, or ask. What is said in one thread is known in the others.
  /new            begin another thread
  /threads        all threads
  /thread N       go on in the N-th of them
  /delete N       delete it, and forget what it alone taught
  /memories       all that is remembered
  /suggest TOPIC  run the workflow
  /quit           leave; everything stays in its folder`;

/** Lets a person talk with an assistant, until the input ends. */
export async function runTerminal(assistant: Assistant, user: string): Promise<void> {
  const conversation = await openConversation(assistant, user);
  console.log(assistant.notice);
  console.log(HELP);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // Piped input ends before its last lines are read: then there is nobody to be prompted.
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  const prompt = () => {
    lines.setPrompt(`\n${paint("bold", conversation.title())}> `);
    if (isOpen) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === "/quit") break;
    if (text !== "") await obey(text);
    prompt();
  }
  lines.close();

  async function obey(text: string): Promise<void> {
    const [, command, argument = ""] = /^(\/\w+)\s*(.*)$/.exec(text) ?? [];
    const number = Number(argument);
    if (command === undefined) await conversation.say(text);
    else if (command === "/new") conversation.begin();
    else if (command === "/threads") await conversation.listThreads();
    else if (command === "/thread") conversation.goTo(number);
    else if (command === "/delete") await conversation.deleteThread(number);
    else if (command === "/memories") await conversation.listMemories();
    else if (command === "/suggest" && argument !== "") await conversation.suggest(argument);
    else console.log(HELP);
  }
}

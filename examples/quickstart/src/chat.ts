import { createInterface } from "node:readline/promises";
import { createMemory, type Memory } from "@palimpsest/core";
import { describeChange } from "./show/describe-change.ts";
import { showDecisions } from "./show/show-decisions.ts";
import { showHistory } from "./show/show-history.ts";
import { showMatches } from "./show/show-matches.ts";
import { heading, paint } from "./show/style.ts";

const you = { userId: "you" };

const HELP = `Tell something about yourself, or ask. Nobody answers here: you see what a model would be given.
  /memories     all that is known
  /history N    every version of the N-th of them
  /undo         take back what the last message changed
  /quit         leave; the memory stays in its folder`;

/** Lets a person type, and shows what each line recalls and teaches. */
export async function runChat(uri: string): Promise<void> {
  await using memory = createMemory({ uri });
  const { model, embedder } = await memory.info();
  console.log(paint("dim", `model ${model}, embedder ${embedder}, folder ${uri}`));
  console.log(HELP);
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "\n> " });
  // Piped input ends before its last lines are read: then there is nobody to be prompted.
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  let lastChange: string | undefined;
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === "/quit") break;
    if (text === "/undo") lastChange = await undo(memory, lastChange);
    else if (text.startsWith("/")) await look(memory, text);
    else if (text !== "") lastChange = await take(memory, text);
    if (isOpen) lines.prompt();
  }
  lines.close();
}

/** Shows what a message recalls, and then what is learned from it. Resolves with the report of what it changed. */
async function take(memory: Memory, text: string): Promise<string | undefined> {
  heading("recalled");
  showMatches((await memory.search(text, you)).results);
  const result = await memory.add(text, you);
  heading("learned");
  showDecisions(result);
  if (result.report.decisions.length === 0) console.log(paint("dim", "  nothing new"));
  return result.results.length > 0 ? result.report.id : undefined;
}

/** Takes back what a report changed, after which there is nothing more to take back. */
async function undo(memory: Memory, report: string | undefined): Promise<undefined> {
  if (report === undefined) {
    console.log("There is nothing to take back.");
    return;
  }
  const { results } = await memory.undo(report, you);
  for (const change of results) console.log(`  ${describeChange(change)}`);
}

async function look(memory: Memory, command: string): Promise<void> {
  const { results } = await memory.list({ ...you, limit: 1_000 });
  const number = Number(/^\/history (\d+)$/.exec(command)?.[1]);
  const chosen = results[number - 1];
  if (command === "/memories") {
    results.forEach((record, index) => console.log(`  ${index + 1}. ${record.memory}`));
  } else if (chosen) {
    showHistory((await memory.history(chosen.id, you)).results);
  } else {
    console.log(HELP);
  }
}

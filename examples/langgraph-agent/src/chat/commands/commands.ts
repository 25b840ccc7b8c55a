import type { Command } from "./command.ts";
import { begin, open } from "./conversations.ts";
import { approve, carryOn, reject } from "./decisions.ts";
import { memories, notes, outbox } from "./look.ts";
import { back, history } from "./time-travel.ts";

const help: Command = {
  usage: "/help",
  help: "this",
  async run() {
    for (const command of Object.values(COMMANDS)) {
      console.log(`  ${command.usage.padEnd(16)}${command.help}`);
    }
    console.log(`  ${"/exit".padEnd(16)}leave; everything stays in its folder`);
  },
};

/** The commands by what is typed, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  "/approve": approve,
  "/reject": reject,
  "/continue": carryOn,
  "/history": history,
  "/back": back,
  "/memories": memories,
  "/notes": notes,
  "/outbox": outbox,
  "/new": begin,
  "/open": open,
  "/help": help,
};

import type { Decision } from "langchain";
import { readStanding } from "../read-standing.ts";
import { decide, goOn } from "../run-turn.ts";
import type { Session } from "../session.ts";
import type { Command } from "./command.ts";

export const approve: Command = {
  usage: "/approve",
  help: "let the agent do what it asks for",
  run: async (session) => decideIfAsked(session, { type: "approve" }),
};

export const reject: Command = {
  usage: "/reject [why]",
  help: "do not",
  async run(session, why) {
    const message = why === "" ? "The user said no." : `The user said no: ${why}.`;
    await decideIfAsked(session, { type: "reject", message });
  },
};

export const carryOn: Command = {
  usage: "/continue",
  help: "try a turn again that broke off",
  async run(session) {
    const { turn } = await readStanding(session);
    if (turn === "unfinished") await goOn(session);
    else console.log("No turn broke off.");
  },
};

async function decideIfAsked(session: Session, decision: Decision): Promise<void> {
  const { turn } = await readStanding(session);
  if (turn === "waiting") await decide(session, decision);
  else console.log("Nothing waits for approval.");
}

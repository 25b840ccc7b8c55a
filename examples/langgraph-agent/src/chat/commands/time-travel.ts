import { paint } from "../../show/style.ts";
import { goBackTo, listTurns } from "../turns.ts";
import type { Command } from "./command.ts";

export const history: Command = {
  usage: "/history",
  help: "the turns of this conversation; those that you left behind stand in brackets",
  async run(session) {
    const turns = await listTurns(session);
    if (turns.length === 0) console.log("No turn has ended yet.");
    for (const [index, { said, answered, isOnPath }] of turns.entries()) {
      const line = `${index + 1}. ${said} → ${answered}`;
      console.log(isOnPath ? `  ${line}` : paint("dim", `  (${line})`));
    }
  },
};

export const back: Command = {
  usage: "/back N",
  help: "go back to the end of turn N, and on from there; what is remembered stays",
  async run(session, number) {
    const turns = await listTurns(session);
    const turn = turns[Number(number) - 1];
    if (!turn) {
      console.log(`There is no turn "${number}": /history numbers them.`);
      return;
    }
    await goBackTo(session, turn);
    console.log(`Back at turn ${number}: "${turn.said}"`);
  },
};

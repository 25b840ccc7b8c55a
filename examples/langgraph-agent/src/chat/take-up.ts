import { paint } from "../show/style.ts";
import type { Conversation } from "./conversations.ts";
import { lastSaid, readStanding } from "./read-standing.ts";
import { goOn } from "./run-turn.ts";
import type { Session } from "./session.ts";
import { showRequests } from "./show-requests.ts";

/**
 * Goes to a conversation, and says where it is: a turn that broke off when the process ended is
 * finished, what waited for approval is asked again.
 */
export async function takeUp(session: Session, { threadId, title }: Conversation): Promise<void> {
  session.threadId = threadId;
  const standing = await readStanding(session);
  const said = lastSaid(standing.messages);
  const count = standing.messages.filter((message) => message.getType() === "human").length;
  console.log(paint("bold", `Back in "${title}", turn ${count}.`));
  if (standing.turn === "unfinished") {
    console.log(`"${said}" was not answered to its end. The agent goes on with it:`);
    await goOn(session);
  } else {
    if (count > 0) console.log(paint("dim", `You said: "${said}"`));
    showRequests(standing);
  }
}

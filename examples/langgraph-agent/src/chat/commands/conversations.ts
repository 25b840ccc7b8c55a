import { paint } from "../../show/style.ts";
import { listConversations } from "../conversations.ts";
import { takeUp } from "../take-up.ts";
import type { Command } from "./command.ts";

export const begin: Command = {
  usage: "/new",
  help: "begin another conversation",
  async run(session) {
    session.threadId = crypto.randomUUID();
    console.log(paint("bold", "A new conversation."));
  },
};

export const open: Command = {
  usage: "/open [N]",
  help: "your conversations; or go to the N-th of them",
  async run(session, number) {
    const conversations = await listConversations(session);
    const chosen = conversations[Number(number) - 1];
    if (chosen) {
      await takeUp(session, chosen);
      return;
    }
    for (const [index, { title }] of conversations.entries()) {
      console.log(`  ${index + 1}. ${title}`);
    }
    if (conversations.length === 0) console.log("There is none yet.");
  },
};

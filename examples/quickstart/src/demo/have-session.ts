import type { Memory } from "@palimpsest/core";
import { showDecisions } from "../show/show-decisions.ts";
import { showMessages } from "../show/show-messages.ts";
import { day, heading, paint } from "../show/style.ts";
import { SESSIONS } from "./conversation.ts";

/** Feeds one session to the memory, exchange by exchange, and prints what comes of each. */
export async function haveSession(memory: Memory, number: number): Promise<void> {
  const session = SESSIONS[number - 1];
  if (session === undefined) throw new RangeError(`There is no session ${number}.`);
  if (number === 1) {
    const { model, embedder, uri } = await memory.info();
    console.log(paint("dim", `model ${model}, embedder ${embedder}, folder ${uri}`));
  }
  heading(`Session ${number}, ${day(session.at)}`);
  for (const { user, assistant } of session.exchanges) {
    const messages = [
      { role: "user", content: user },
      { role: "assistant", content: assistant },
    ] as const;
    showMessages(messages);
    const scope = { userId: "alice", sessionId: `session-${number}` };
    showDecisions(await memory.add(messages, { ...scope, at: session.at }));
  }
}

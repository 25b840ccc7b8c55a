import {
  AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { Command } from "@langchain/langgraph";
import type { Decision } from "langchain";
import { keepConversation } from "./conversations.ts";
import { readStanding } from "./read-standing.ts";
import { createScreen, type Screen } from "./screen.ts";
import type { Session } from "./session.ts";
import { showRequests } from "./show-requests.ts";

/** Lets the agent answer what the user said. */
export async function say(session: Session, text: string): Promise<void> {
  await keepConversation(session, text);
  await runTurn(session, { messages: [new HumanMessage(text)] });
}

/** Tells the agent what the user decided about all that waits for approval, and lets it go on. */
export async function decide(session: Session, decision: Decision): Promise<void> {
  const { requests } = await readStanding(session);
  await runTurn(session, new Command({ resume: { decisions: requests.map(() => decision) } }));
}

/** Goes on with a turn that broke off, from its last finished step. */
export async function goOn(session: Session): Promise<void> {
  await runTurn(session, null);
}

type Input = Parameters<Session["opened"]["agent"]["stream"]>[0];

async function runTurn(session: Session, input: Input): Promise<void> {
  const { opened, threadId, userId } = session;
  const screen = createScreen();
  const showNotices = () => opened.notices.take().forEach((notice) => screen.line("dim", notice));
  try {
    const stream = await opened.agent.stream(input, {
      configurable: { thread_id: threadId },
      context: { userId },
      streamMode: "messages",
      // A step begins when the one before it is on disk: after a kill no finished step runs again.
      durability: "sync",
    });
    for await (const [message] of stream) {
      showNotices();
      showMessage(screen, message);
    }
  } catch (error) {
    screen.line("red", `the turn broke off: ${String(error)}`);
    screen.line("red", "/continue tries again");
  }
  screen.end();
  showNotices();
  showRequests(await readStanding(session));
}

function showMessage(screen: Screen, message: BaseMessage): void {
  if (message instanceof AIMessageChunk) screen.write(message.text);
  if (message instanceof ToolMessage) {
    screen.line(
      "cyan",
      message.status === "error" ? `${message.name}: not done` : `${message.name}`,
    );
  }
}

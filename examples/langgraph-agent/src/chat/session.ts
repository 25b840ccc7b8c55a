import type { OpenedAgent } from "../agent/open-agent.ts";

/** Who talks to which agent, in which conversation. */
export interface Session {
  readonly opened: OpenedAgent;
  readonly userId: string;
  /** The conversation's id, which LangGraph calls a thread. */
  threadId: string;
}

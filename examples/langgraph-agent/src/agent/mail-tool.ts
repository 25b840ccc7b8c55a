import type { LanceDBStore } from "@palimpsest/langgraph";
import { tool, type ToolRuntime } from "langchain";
import { z } from "zod";
import { namespaceOf } from "./namespaces.ts";

/** What is in the outbox. */
export interface Mail {
  to: string;
  text: string;
}

/** A tool that sends mail, as far as an example does: into an outbox in the store. */
export function createMailTool(store: LanceDBStore) {
  return tool(
    async (
      { to, text }: Mail,
      { context, toolCallId }: ToolRuntime<unknown, { userId: string }>,
    ) => {
      // The call's id is the key: what was sent just before a kill is not sent twice.
      await store.put(namespaceOf("outbox", context.userId), toolCallId, { to, text }, false);
      return `Sent to ${to}: "${text}".`;
    },
    {
      name: "send_mail",
      description: "Sends a mail. The user is asked for approval by the application, not by you.",
      schema: z.object({ to: z.string(), text: z.string() }),
    },
  );
}

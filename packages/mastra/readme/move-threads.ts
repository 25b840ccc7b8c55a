import type { MastraDBMessage } from "@mastra/core/agent";
import type { LongTermMemory } from "@palimpsest/mastra";

/** Learns from the threads that there are already. Stopped half-way it can be run again. */
export async function moveThreads(memory: LongTermMemory): Promise<void> {
  const { threads } = await memory.listThreads({ perPage: false });
  for (const { id: sessionId, resourceId: userId } of threads) {
    const thread = { threadId: sessionId, resourceId: userId };
    const { messages } = await memory.recall({ ...thread, perPage: false });
    for (const [index, message] of messages.entries()) {
      const content = readText(message);
      if (message.role !== "user" || content === "") continue;
      const answer = messages[index + 1];
      await memory.longTerm.add(
        [
          { role: "user", content },
          ...(answer?.role === "assistant"
            ? [{ role: "assistant" as const, content: readText(answer) }]
            : []),
        ],
        { userId, sessionId, at: message.createdAt, idempotencyKey: message.id },
      );
    }
  }
}

function readText({ content }: MastraDBMessage): string {
  return content.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

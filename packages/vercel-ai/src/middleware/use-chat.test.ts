import { Chat } from "@ai-sdk/react";
import {
  type ChatInit,
  convertToModelMessages,
  createUIMessageStreamResponse,
  DefaultChatTransport,
  isStepCount,
  jsonSchema,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  lastAssistantMessageIsCompleteWithToolCalls,
  streamText,
  tool,
  type ToolSet,
  toUIMessageStream,
  type UIMessage,
} from "ai";
import { describe, expect, it, vi } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { memoryCall } from "./memory-call.ts";
import { withMemory } from "./with-memory.ts";

const NO_INPUT = jsonSchema<object>({ type: "object", properties: {} });
const ONE_TURN = [["user: What is the weather?", "assistant: It is sunny."]];

type Approval = Parameters<typeof streamText>[0]["toolApproval"];

/** A chat in a browser, and the route that answers it. */
async function openChat({
  weather = { inputSchema: NO_INPUT },
  toolApproval,
  ...init
}: { weather?: ToolSet[string]; toolApproval?: Approval } & Partial<ChatInit<UIMessage>> = {}) {
  const provider = await startChat();
  const recording = recordingMemory();
  const model = withMemory(provider.model, { memory: recording.memory });

  async function answer(request: Request): Promise<Response> {
    const { messages } = (await request.json()) as { messages: UIMessage[] };
    const result = streamText({
      model,
      ...memoryCall({ userId: "alice" }),
      tools: { weather },
      stopWhen: isStepCount(5),
      abortSignal: request.signal,
      messages: await convertToModelMessages(messages),
      ...(toolApproval && { toolApproval }),
      onError: () => {},
    });
    return createUIMessageStreamResponse({
      stream: toUIMessageStream({ stream: result.stream, originalMessages: messages }),
    });
  }

  const chat = new Chat<UIMessage>({
    transport: new DefaultChatTransport({
      api: "http://localhost/api/chat",
      fetch: (url, request) => answer(new Request(url, request)),
    }),
    ...init,
  });
  return { chat, model, provider, ...recording };
}

describe("useChat", () => {
  it("may run a tool in the browser: one turn in two requests", async () => {
    const { chat, model, searches, kept } = await openChat({
      sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithToolCalls,
      onToolCall: ({ toolCall: { toolCallId } }) =>
        void chat.addToolOutput({ tool: "weather", toolCallId, output: "22 degrees" }),
    });
    await chat.sendMessage({ text: "What is the weather?" });
    await vi.waitFor(() => expect(kept()).toEqual(ONE_TURN));
    await model.flush();
    expect([searches.length, kept()]).toEqual([1, ONE_TURN]);
    expect(JSON.stringify(chat.messages)).not.toMatch(/Berlin|memory-1/);
  });

  it("may ask somebody for approval: one turn in two requests", async () => {
    const { chat, model, searches, kept } = await openChat({
      weather: tool({ inputSchema: NO_INPUT, execute: async () => "22 degrees" }),
      toolApproval: { weather: "user-approval" },
      sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
    });
    await chat.sendMessage({ text: "What is the weather?" });
    const [id = ""] = chat.messages.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        "approval" in part && part.state === "approval-requested" ? [part.approval.id] : [],
      ),
    );
    await chat.addToolApprovalResponse({ id, approved: true });
    await vi.waitFor(() => expect(kept()).toEqual(ONE_TURN));
    await model.flush();
    expect([searches.length, kept()]).toEqual([1, ONE_TURN]);
  });

  it("may stop: what was said is kept, and not again with the next message", async () => {
    const { chat, model, provider, kept } = await openChat();
    provider.script(() => ({ text: "la ".repeat(1_000), deltaDelayMs: 5 }));
    const sent = chat.sendMessage({ text: "I live in Oslo." });
    await vi.waitFor(() => expect(chat.messages.at(-1)?.role).toBe("assistant"));
    await chat.stop();
    await sent;
    await vi.waitFor(() => expect(kept()).toEqual([["user: I live in Oslo."]]));
    provider.script(() => ({ text: "Fine." }));
    await chat.sendMessage({ text: "Go on." });
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo."], ["user: Go on.", "assistant: Fine."]]);
  });

  it("may fail halfway, and show what it had: the next message makes up for it", async () => {
    const { chat, model, provider, kept } = await openChat();
    provider.script(() => ({ text: "la ".repeat(1_000) }));
    provider.server.fail({ with: { type: "disconnect", afterBytes: 20_000 } });
    await chat.sendMessage({ text: "I live in Oslo." });
    expect(chat.messages.at(-1)?.role).toBe("assistant");
    provider.script(() => ({ text: "Fine." }));
    await chat.sendMessage({ text: "Go on." });
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo.", "user: Go on.", "assistant: Fine."]]);
  });

  it("may ask for another answer: another turn", async () => {
    const { chat, model, searches, kept } = await openChat();
    await chat.sendMessage({ text: "Hi" });
    await chat.regenerate();
    await model.flush();
    expect(searches).toHaveLength(2);
    expect(kept()).toEqual([
      ["user: Hi", "assistant: Answer 1"],
      ["user: Hi", "assistant: Answer 2"],
    ]);
  });
});

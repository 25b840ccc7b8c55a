import {
  AIMessage,
  HumanMessage,
  RemoveMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { readConversation, toMessages, toQuery } from "./messages.ts";

describe("a conversation of LangChain", () => {
  it("is what people and models say, in strings or in blocks, of either version", () => {
    const { lines } = readConversation([
      new SystemMessage("Be kind."),
      new HumanMessage("Hi."),
      new AIMessage({
        content: [
          { type: "reasoning", reasoning: "Who is it?" },
          { type: "text", text: "Hello, " },
          { type: "text", text: "Ada.", annotations: [] },
          { type: "tool_use", id: "1", name: "look_up", input: {} },
        ],
        tool_calls: [{ id: "1", name: "look_up", args: { topic: "secret" } }],
      }),
      new ToolMessage({ content: "A very long page.", tool_call_id: "1" }),
      new HumanMessage({
        content: [
          { type: "image_url", image_url: "data:image/png;base64,AAAA" },
          { type: "text", text: "Who is" },
          { type: "text", text: "this?" },
        ],
      }),
      new AIMessage({
        contentBlocks: [
          { type: "reasoning", reasoning: "A dog." },
          { type: "text", text: "Your dog." },
        ],
      }),
    ]);
    expect(toMessages(lines)).toEqual([
      { role: "user", content: "Hi." },
      { role: "assistant", content: "Hello, Ada." },
      { role: "user", content: "Who is\nthis?" },
      { role: "assistant", content: "Your dog." },
    ]);
  });

  it("is the same in plain objects, which a state without a reducer holds", () => {
    const { lines, lastUser } = readConversation([
      { role: "user", content: "Hi." },
      { role: "assistant", content: "Hello." },
      ["human", "Bye."],
    ]);
    expect(lastUser).toBe(2);
    expect(toMessages(lines).map(({ content }) => content)).toEqual(["Hi.", "Hello.", "Bye."]);
  });

  it("is without summaries of other middleware, which speak in the user's name", () => {
    const summary = new HumanMessage({
      content: "Here is a summary: the user lives in Rome.",
      additional_kwargs: { lc_source: "summarization" },
    });
    const { lines, lastUser } = readConversation([summary, new AIMessage("Fine.")]);
    expect([lastUser, toMessages(lines)]).toEqual([-1, [{ role: "assistant", content: "Fine." }]]);
  });

  it("is without memories that the application put there", () => {
    const { lines } = readConversation([
      new HumanMessage(
        "<recalled-memories>\n- User likes tea (since 2026-03-01)\n</recalled-memories>\nHi.",
      ),
    ]);
    expect(toMessages(lines)).toEqual([{ role: "user", content: "Hi." }]);
  });

  it("has the texts of attached files as documents, and no file that is not given as text", () => {
    const { lines } = readConversation([
      new HumanMessage({
        content: [
          { type: "text", text: "Sum it up." },
          { type: "text-plain", text: "Notice period: 3 months" },
          { type: "file", mimeType: "text/plain", data: "Qnl0ZXM=" },
        ],
      }),
      new HumanMessage({
        content: [{ type: "file", source_type: "text", text: "Annex" }],
      }),
    ]);
    expect(toMessages(lines)).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "Sum it up." },
          { type: "document", text: "Notice period: 3 months" },
        ],
      },
      {
        role: "user",
        content: [
          { type: "text", text: "" },
          { type: "document", text: "Annex" },
        ],
      },
    ]);
  });

  it("has nothing to say where a message is removed", () => {
    expect(toMessages(readConversation([new RemoveMessage({ id: "1" })]).lines)).toEqual([]);
  });

  it("is searched for by the beginning and the end of a long paste", () => {
    const paste = `What is this? ${"x".repeat(200_000)} Sum it up.`;
    const query = toQuery(readConversation([new HumanMessage(paste)]));
    expect(query).toHaveLength(2_001);
    expect(query).toMatch(/^What is this\?.*Sum it up\.$/s);
    expect(toQuery(readConversation([]))).toBe("");
  });
});

import { setTimeout as wait } from "node:timers/promises";
import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import { separateRecalled } from "@palimpsest/core/adapter";
import { type Answer, answerByRules, type Heard } from "./answer-by-rules.ts";

/**
 * A chat model that needs no key: rules answer out of the memories in the prompt, word by word, and
 * call tools. To LangChain it is a model like any other.
 */
export class ScriptedChatModel extends BaseChatModel {
  readonly #wordDelayMs: number;

  constructor({ wordDelayMs }: { wordDelayMs: number }) {
    super({});
    this.#wordDelayMs = wordDelayMs;
  }

  override _llmType(): string {
    return "scripted";
  }

  /** The rules know the tools by their names; an agent asks for this method all the same. */
  override bindTools() {
    return this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const message = new AIMessage(toFields(answerByRules(hear(messages))));
    return { generations: [{ text: message.text, message }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    { signal }: this["ParsedCallOptions"],
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const answer = answerByRules(hear(messages));
    const words = answer.type === "text" ? (answer.text.match(/\S+\s*/g) ?? []) : [""];
    for (const [index, text] of words.entries()) {
      if (index > 0) await wait(this.#wordDelayMs, undefined, signal && { signal });
      const fields = answer.type === "call" ? toFields(answer) : { content: text };
      const chunk = new ChatGenerationChunk({ text, message: new AIMessageChunk(fields) });
      yield chunk;
      await run?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
    }
  }
}

function toFields(answer: Answer) {
  if (answer.type === "text") return { content: answer.text };
  const { name, args } = answer;
  const id = `call_${crypto.randomUUID()}`;
  return { content: "", tool_calls: [{ type: "tool_call" as const, id, name, args }] };
}

function hear(messages: readonly BaseMessage[]): Heard {
  const textsOf = (type: string, among = messages) =>
    among.filter((message) => message.getType() === type).map(readText);
  const last = messages.findLastIndex((message) => message.getType() === "human");
  return {
    said: textsOf("human").at(-1) ?? "",
    recalled: separateRecalled(textsOf("system").join("\n")).recalled,
    results: textsOf("tool", messages.slice(last + 1)),
  };
}

/** The text blocks beneath each other: memories are a block of their own, behind the instructions. */
function readText({ content }: BaseMessage): string {
  if (typeof content === "string") return content;
  return content.flatMap((block) => (block.type === "text" ? [block["text"]] : [])).join("\n");
}

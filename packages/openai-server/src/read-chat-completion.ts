import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
  ChatCompletionToolChoiceOption,
} from "openai/resources/chat/completions";
import {
  type ChatMessage,
  type ChatRequest,
  type ChatTool,
  type ToolChoice,
  readContent,
} from "./chat.ts";

/** The request in the body of a `POST /v1/chat/completions`. */
export function readChatCompletion(body: ChatCompletionCreateParams): ChatRequest {
  return {
    api: "chat",
    model: body.model,
    system: body.messages
      .filter(isSystem)
      .map((message) => readContent(message.content))
      .join("\n"),
    messages: body.messages.filter((message) => !isSystem(message)).map(readMessage),
    tools: (body.tools ?? [])
      .filter((tool) => tool.type === "function")
      .map((tool) => tool.function as ChatTool),
    toolChoice: readToolChoice(body.tool_choice),
    stream: body.stream === true,
    body,
  };
}

function isSystem({ role }: ChatCompletionMessageParam): boolean {
  return role === "system" || role === "developer";
}

function readMessage(message: ChatCompletionMessageParam): ChatMessage {
  const content = readContent(message.content);
  if (message.role === "tool") return { role: "tool", content, toolCallId: message.tool_call_id };
  if (message.role !== "assistant") return { role: "user", content };
  const toolCalls = (message.tool_calls ?? [])
    .filter((call) => call.type === "function")
    .map((call) => ({ id: call.id, ...call.function }));
  return { role: "assistant", content, ...(toolCalls.length > 0 && { toolCalls }) };
}

function readToolChoice(choice: ChatCompletionToolChoiceOption | undefined): ToolChoice {
  if (choice === undefined) return "auto";
  if (typeof choice === "string") return choice;
  return choice.type === "function" ? { name: choice.function.name } : "required";
}

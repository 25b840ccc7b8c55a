import type {
  ResponseCreateParams,
  ResponseFunctionToolCall,
  ResponseInputItem,
  ResponseOutputMessage,
} from "openai/resources/responses/responses";
import { type ChatMessage, type ChatRequest, type ToolChoice, readContent } from "./chat.ts";
import { RequestError } from "./request-error.ts";

/** What the server put out earlier, by id: a client may refer to it instead of sending it again. */
export type OutputItems = Map<string, ResponseOutputMessage | ResponseFunctionToolCall>;

/** The request in the body of a `POST /v1/responses`. */
export function readResponseRequest(body: ResponseCreateParams, known: OutputItems): ChatRequest {
  const input =
    typeof body.input === "string"
      ? [{ role: "user" as const, content: body.input }]
      : (body.input ?? []);
  const items = input.map((item) => resolveReference(item, known));
  const system = items.filter(isSystemItem).map((item) => readContent(item.content));
  return {
    api: "responses",
    model: body.model ?? "",
    system: [...(body.instructions ? [body.instructions] : []), ...system].join("\n"),
    messages: readMessages(items.filter((item) => !isSystemItem(item))),
    tools: (body.tools ?? [])
      .filter((tool) => tool.type === "function")
      .map(({ name, description, parameters, strict }) => ({
        name,
        ...(description && { description }),
        ...(parameters && { parameters }),
        ...(strict !== null && { strict }),
      })),
    toolChoice: readToolChoice(body.tool_choice),
    stream: body.stream === true,
    body,
  };
}

function resolveReference(item: ResponseInputItem, known: OutputItems): ResponseInputItem {
  const isReference =
    item.type === "item_reference" || (item.type === undefined && !("role" in item));
  if (!isReference) return item;
  const found = known.get(item.id);
  if (found) return found;
  throw new RequestError({ status: 404, message: `Item with id '${item.id}' not found.` });
}

function isSystemItem(item: ResponseInputItem): item is ResponseInputItem.Message {
  return "role" in item && (item.role === "system" || item.role === "developer");
}

/**
 * The items as messages: a call belongs to the assistant's message before it, as in Chat
 * Completions. Reasoning and other items that a script has no use for are left out.
 */
function readMessages(items: readonly ResponseInputItem[]): ChatMessage[] {
  const messages: ChatMessage[] = [];
  for (const item of items) {
    if ("role" in item && "content" in item) {
      const role = item.role === "assistant" ? "assistant" : "user";
      messages.push({ role, content: readContent(item.content) });
    } else if (item.type === "function_call") {
      const call = { id: item.call_id, name: item.name, arguments: item.arguments };
      const last = messages.at(-1)?.role === "assistant" ? messages.pop() : undefined;
      const toolCalls = [...(last?.toolCalls ?? []), call];
      messages.push({ role: "assistant", content: last?.content ?? "", toolCalls });
    } else if (item.type === "function_call_output") {
      const content = readContent(item.output);
      messages.push({ role: "tool", content, toolCallId: String(item.call_id) });
    }
  }
  return messages;
}

function readToolChoice(choice: ResponseCreateParams["tool_choice"]): ToolChoice {
  if (choice === undefined) return "auto";
  if (typeof choice === "string") return choice;
  return choice.type === "function" ? { name: choice.name } : "required";
}

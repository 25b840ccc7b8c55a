import type {
  Response,
  ResponseCreateParams,
  ResponseFunctionToolCall,
  ResponseOutputMessage,
  ResponseStreamEvent,
} from "openai/resources/responses/responses";
import { type Answer, eventAnswer, jsonAnswer } from "./answer.ts";
import { type CompleteReply, splitText } from "./chat.ts";
import { createId } from "./create-id.ts";
import type { OutputItems } from "./read-response-request.ts";
import { serverSentEvent } from "./sse.ts";

// What the client library adds to a response, the server does not send.
type WireResponse = Omit<Response, "output_text" | "access_programs" | "output"> & {
  output: (ResponseOutputMessage | ResponseFunctionToolCall)[];
};

// An event that does not know yet where in the stream it stands.
type Unnumbered = { type: ResponseStreamEvent["type"]; [field: string]: unknown };

/** The answer to a `POST /v1/responses`, streamed when the request asks for it. */
export function answerResponse(
  body: ResponseCreateParams,
  reply: CompleteReply,
  known: OutputItems,
): Answer {
  const response = toResponse(body, reply);
  for (const item of response.output) if (item.id !== undefined) known.set(item.id, item);
  if (body.stream !== true) return jsonAnswer(response);
  const events = toEvents(response).map((event, sequence_number) =>
    serverSentEvent({ ...event, sequence_number }, event.type),
  );
  return eventAnswer(events, reply.deltaDelayMs);
}

function toResponse(body: ResponseCreateParams, reply: CompleteReply): WireResponse {
  const { finishReason, usage } = reply;
  const incomplete = finishReason === "length" || finishReason === "content_filter";
  return {
    id: createId("resp_"),
    object: "response",
    created_at: Math.floor(Date.now() / 1000),
    status: incomplete ? "incomplete" : "completed",
    error: null,
    incomplete_details: incomplete
      ? { reason: finishReason === "length" ? "max_output_tokens" : finishReason }
      : null,
    instructions: body.instructions ?? null,
    metadata: body.metadata ?? {},
    model: body.model ?? "",
    output: toOutput(reply, incomplete ? "incomplete" : "completed"),
    parallel_tool_calls: body.parallel_tool_calls ?? true,
    temperature: body.temperature ?? 1,
    tool_choice: body.tool_choice ?? "auto",
    tools: body.tools ?? [],
    top_p: body.top_p ?? 1,
    usage: {
      input_tokens: usage.inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: usage.outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.inputTokens + usage.outputTokens,
    },
  };
}

function toOutput(
  { text, toolCalls }: CompleteReply,
  status: "completed" | "incomplete",
): WireResponse["output"] {
  const message: ResponseOutputMessage = {
    id: createId("msg_"),
    type: "message",
    role: "assistant",
    status,
    content: [{ type: "output_text", text: text ?? "", annotations: [], logprobs: [] }],
  };
  const calls = toolCalls.map(({ id, name, arguments: json }) => ({
    id: createId("fc_"),
    type: "function_call" as const,
    call_id: id,
    name,
    arguments: json,
    status,
  }));
  return [...(text === undefined ? [] : [message]), ...calls];
}

function toEvents(response: WireResponse): Unnumbered[] {
  const started = { ...response, status: "in_progress", output: [], usage: null };
  return [
    { type: "response.created", response: started },
    { type: "response.in_progress", response: started },
    ...response.output.flatMap((item, index) =>
      item.type === "message" ? messageEvents(item, index) : callEvents(item, index),
    ),
    {
      type: response.status === "incomplete" ? "response.incomplete" : "response.completed",
      response,
    },
  ];
}

function messageEvents(item: ResponseOutputMessage, output_index: number): Unnumbered[] {
  const [part] = item.content;
  if (part?.type !== "output_text") return [];
  const place = { item_id: item.id, output_index, content_index: 0 };
  return [
    {
      type: "response.output_item.added",
      output_index,
      item: { ...item, status: "in_progress", content: [] },
    },
    { type: "response.content_part.added", ...place, part: { ...part, text: "" } },
    ...splitText(part.text).map((delta) => ({
      type: "response.output_text.delta" as const,
      ...place,
      delta,
      logprobs: [],
    })),
    { type: "response.output_text.done", ...place, text: part.text, logprobs: [] },
    { type: "response.content_part.done", ...place, part },
    { type: "response.output_item.done", output_index, item },
  ];
}

function callEvents(item: ResponseFunctionToolCall, output_index: number): Unnumbered[] {
  const place = { item_id: item.id, output_index };
  return [
    {
      type: "response.output_item.added",
      output_index,
      item: { ...item, status: "in_progress", arguments: "" },
    },
    ...splitText(item.arguments).map((delta) => ({
      type: "response.function_call_arguments.delta" as const,
      ...place,
      delta,
    })),
    {
      type: "response.function_call_arguments.done",
      ...place,
      name: item.name,
      arguments: item.arguments,
    },
    { type: "response.output_item.done", output_index, item },
  ];
}

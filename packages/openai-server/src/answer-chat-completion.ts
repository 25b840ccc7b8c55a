import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParams,
} from "openai/resources/chat/completions";
import { type Answer, eventAnswer, jsonAnswer } from "./answer.ts";
import { type CompleteReply, splitText } from "./chat.ts";
import { createId } from "./create-id.ts";
import { STREAM_END, serverSentEvent } from "./sse.ts";

/** The answer to a `POST /v1/chat/completions`, streamed when the request asks for it. */
export function answerChatCompletion(
  body: ChatCompletionCreateParams,
  reply: CompleteReply,
): Answer {
  const head = {
    id: createId("chatcmpl-"),
    created: Math.floor(Date.now() / 1000),
    model: body.model,
  };
  const usage = toUsage(reply);
  if (body.stream !== true) {
    const completion: ChatCompletion = {
      ...head,
      object: "chat.completion",
      choices: [toChoice(reply)],
      usage,
    };
    return jsonAnswer(completion);
  }
  const withUsage = body.stream_options?.include_usage === true;
  const chunks: ChatCompletionChunk[] = toChoices(reply).map((choice) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [choice],
    ...(withUsage && { usage: null }),
  }));
  if (withUsage) chunks.push({ ...head, object: "chat.completion.chunk", choices: [], usage });
  const events = chunks.map((chunk) => serverSentEvent(chunk));
  return eventAnswer([...events, STREAM_END], reply.deltaDelayMs);
}

function toChoice({ text, toolCalls, finishReason }: CompleteReply): ChatCompletion.Choice {
  const tool_calls = toolCalls.map(({ id, name, arguments: json }) => ({
    id,
    type: "function" as const,
    function: { name, arguments: json },
  }));
  return {
    index: 0,
    message: {
      role: "assistant",
      content: text ?? null,
      refusal: null,
      annotations: [],
      ...(tool_calls.length > 0 && { tool_calls }),
    },
    logprobs: null,
    finish_reason: finishReason,
  };
}

function toChoices({ text, toolCalls, finishReason }: CompleteReply): ChatCompletionChunk.Choice[] {
  const deltas: ChatCompletionChunk.Choice.Delta[] = [
    { role: "assistant", content: text === undefined ? null : "", refusal: null },
    ...splitText(text ?? "").map((content) => ({ content })),
    ...toolCalls.flatMap(({ id, name, arguments: json }, index) => [
      { tool_calls: [{ index, id, type: "function" as const, function: { name, arguments: "" } }] },
      ...splitText(json).map((piece) => ({
        tool_calls: [{ index, function: { arguments: piece } }],
      })),
    ]),
  ];
  return [
    ...deltas.map((delta) => ({ index: 0, delta, logprobs: null, finish_reason: null })),
    { index: 0, delta: {}, logprobs: null, finish_reason: finishReason },
  ];
}

function toUsage({ usage }: CompleteReply): NonNullable<ChatCompletion["usage"]> {
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}

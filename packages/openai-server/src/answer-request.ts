import type { ChatCompletionCreateParams } from "openai/resources/chat/completions";
import type { EmbeddingCreateParams } from "openai/resources/embeddings";
import type { ResponseCreateParams } from "openai/resources/responses/responses";
import { type Answer, jsonAnswer } from "./answer.ts";
import { answerChatCompletion } from "./answer-chat-completion.ts";
import { answerResponse } from "./answer-response.ts";
import { type ChatReply, type ChatRequest, completeReply, replyByDefault } from "./chat.ts";
import { checkStrictSchema } from "./check-strict-schema.ts";
import type { Changes } from "./faults.ts";
import { type Embed, answerEmbeddings } from "./embeddings.ts";
import { readChatCompletion } from "./read-chat-completion.ts";
import { type OutputItems, readResponseRequest } from "./read-response-request.ts";
import { RequestError } from "./request-error.ts";
import type { LoggedRequest } from "./request-log.ts";

/** What the server answers with. */
export interface Scripts {
  readonly chat?: (request: ChatRequest) => ChatReply | Promise<ChatReply>;
  readonly embed?: Embed;
}

/** The right answer to a request; rejects with a `RequestError` when there is none. */
export async function answerRequest(
  { path, route, body }: LoggedRequest,
  scripts: Scripts,
  known: OutputItems,
  changes: Changes = {},
): Promise<Answer> {
  const reply = async (request: ChatRequest) => {
    request.tools.forEach(checkStrictSchema);
    const scripted = await (scripts.chat ?? replyByDefault)(request);
    const complete = completeReply(scripted, request);
    return changes.reply?.(complete) ?? complete;
  };
  switch (path) {
    case "chat": {
      const params = checkBody(body, ["model", "messages"]) as ChatCompletionCreateParams;
      return answerChatCompletion(params, await reply(readChatCompletion(params)));
    }
    case "responses": {
      const params = checkBody(body, ["model", "input"]) as ResponseCreateParams;
      return answerResponse(params, await reply(readResponseRequest(params, known)), known);
    }
    case "embeddings":
      return answerEmbeddings(
        checkBody(body, ["model", "input"]) as EmbeddingCreateParams,
        scripts.embed,
        changes.vector,
      );
    case "models":
      return jsonAnswer({ object: "list", data: MODELS.map(toModel) });
    case undefined:
      throw new RequestError({ status: 404, message: `Unknown request URL: ${route}.` });
    default:
      return path satisfies never;
  }
}

function checkBody(body: unknown, required: readonly string[]): object {
  if (typeof body !== "object" || body === null) {
    throw new RequestError({
      status: 400,
      message: "We could not parse the JSON body of your request.",
    });
  }
  const missing = required.find((parameter) => !(parameter in body));
  if (missing !== undefined) {
    throw new RequestError({
      status: 400,
      message: `Missing required parameter: '${missing}'.`,
      code: "missing_required_parameter",
      param: missing,
    });
  }
  return body;
}

const MODELS = ["gpt-4.1-nano", "gpt-4.1-mini", "text-embedding-3-small", "text-embedding-3-large"];

function toModel(id: string): object {
  return { id, object: "model", created: 1_744_321_707, owned_by: "system" };
}

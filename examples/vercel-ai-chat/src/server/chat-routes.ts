import { type AdapterFailure } from "@palimpsest/core/adapter";
import { withMemory } from "@palimpsest/vercel-ai";
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  streamText,
  toUIMessageStream,
} from "ai";
import { Hono } from "hono";
import type { Recalled } from "../wire.ts";
import { readChat, readStop } from "./read-requests.ts";
import type { Services } from "./services.ts";

const INSTRUCTIONS = `You are a warm, attentive companion. Answer in a few sentences, in the user's language.
Use what you remember where it helps, without listing it; what the user says now counts more.`;

/** `POST /` streams an answer, `POST /stop` ends one early. */
export function chatRoutes({ memory, chatModel, turns, answers, underWay }: Services): Hono {
  return new Hono()
    .post("/", async (context) => {
      const { userId, sessionId, messages } = await readChat(context);
      const prompt = await convertToModelMessages(messages);
      const turn = turns.begin(userId);
      let recalled: Recalled[] = [];

      // Wrapped for this turn alone, so that what is recalled and learned is known to be the turn's.
      const model = withMemory(chatModel, {
        memory,
        scope: { userId, sessionId },
        onRecall: ({ memories }) => {
          recalled = memories.map(({ id, memory: text, score }) => ({ id, memory: text, score }));
        },
        onRemember: turn.learned,
        onError: (error, failure) => {
          logFailure(error, failure);
          turn.failed(failure.phase);
        },
        waitUntil: (work) => underWay.keep(userId, work),
      });

      const result = streamText({
        model,
        instructions: INSTRUCTIONS,
        messages: prompt,
        abortSignal: answers.begin({ turnId: turn.id, userId }),
        onError({ error }) {
          console.error("The model failed.", error);
          turn.failed("answer");
        },
      });
      // Read to its end even when nobody listens any more: a closed tab must not lose the turn.
      const written = Promise.resolve(result.consumeStream());
      underWay.keep(
        userId,
        written.finally(() => answers.ended(turn.id)),
      );
      return createUIMessageStreamResponse({
        stream: toUIMessageStream({
          stream: result.stream,
          originalMessages: messages,
          generateMessageId: () => turn.id,
          messageMetadata: ({ part }) => (part.type === "text-start" ? { recalled } : undefined),
          onError: () => "The model could not answer.",
        }),
      });
    })
    .post("/stop", async (context) => {
      const { turnId } = await readStop(context);
      answers.stop(turnId);
      return context.json({});
    });
}

function logFailure(error: unknown, { phase }: AdapterFailure): void {
  console.error(`Memory failed (${phase}); the chat goes on.`, error);
}

import { createBackground } from "@palimpsest/core/adapter";
import type { LanguageModelMiddleware } from "ai";
import type { Attempt } from "./attempt.ts";
import { beginAttempt } from "./begin-attempt.ts";
import { checkOptions } from "./check-options.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { createTurns } from "./turns.ts";
import { watchGenerate, watchStream } from "./watch-call.ts";

/** Middleware that gives a model memory. */
export type MemoryMiddleware = LanguageModelMiddleware & {
  /**
   * Resolves when all is kept that was to be kept until then. Never rejects.
   *
   * It keeps no turn that still waits for a tool: whether another step follows is not known here. Cut
   * off, such a turn is kept with the next one, whose history holds what the user said in it.
   */
  flush(): Promise<void>;
};

/**
 * Middleware that recalls before the answer and remembers after it, once a turn, however many steps,
 * retries and requests that takes. One object serves all users. Put it last among the middleware that
 * edits prompts: `defaultInstructionsMiddleware` behind it finds instructions there and adds none.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function memoryMiddleware(options: MemoryMiddlewareOptions): MemoryMiddleware {
  checkOptions(options);
  const turns = createTurns();
  const background = createBackground(options);
  const keeping = { options, turns, background };
  // A call is wrapped with the very parameters that it was transformed to.
  const attempts = new WeakMap<object, Attempt>();

  return {
    async transformParams({ params: given }) {
      const { params, attempt } = await beginAttempt(given, options, turns);
      if (attempt) attempts.set(params, attempt);
      return params;
    },
    async wrapGenerate({ doGenerate, params }) {
      const attempt = attempts.get(params);
      return attempt ? watchGenerate(doGenerate, attempt, keeping) : doGenerate();
    },
    async wrapStream({ doStream, params }) {
      const attempt = attempts.get(params);
      return attempt ? watchStream(doStream, attempt, keeping) : doStream();
    },
    flush: () => background.flush(),
  };
}

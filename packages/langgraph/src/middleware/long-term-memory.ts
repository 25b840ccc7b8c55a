import { CHECK } from "@palimpsest/core/adapter";
import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { type AgentMiddleware, createMiddleware } from "langchain";
import { z } from "zod/v4";
import type { RunConfig } from "../identity.ts";
import type { MessagesState } from "../messages.ts";
import { createManageMemoryTool } from "../tools/manage-memory.ts";
import { createSearchMemoryTool } from "../tools/search-memory.ts";
import { checkOptions, NAME } from "../turns/check-options.ts";
import { createTurnMemory } from "../turns/turn-memory.ts";
import type { LongTermMemoryOptions } from "./options.ts";
import { placeBlock } from "./place-block.ts";

// A hook is given no more of the context than its middleware declares. Whatever is declared is checked
// before the hook runs, and fails the turn: so nothing is demanded of an id here. As `unknown` it also
// leaves the type of the application's own context as it is.
const contextSchema = z.object({ userId: z.unknown().optional() });

/** Middleware that gives an agent memory. */
export type LongTermMemory = AgentMiddleware<
  undefined,
  typeof contextSchema,
  z.infer<typeof contextSchema>
> & {
  /** Resolves when all is kept that was to be kept until then. Never rejects. */
  flush(): Promise<void>;
};

/**
 * Middleware for `createAgent` that recalls before the answer and remembers after it: once for each
 * message of the user, however many tools, retries and interrupts that takes. One object serves all
 * users.
 *
 * An agent that a tool runs recalls, and remembers nothing: what it is told are a model's words, and the
 * turn is its caller's.
 *
 * @throws {InvalidInputError} when an option is missing, unknown or of the wrong type.
 */
export function longTermMemory(options: LongTermMemoryOptions): LongTermMemory {
  checkOptions(options, { name: NAME, tools: CHECK.boolean });
  const turnMemory = createTurnMemory(options);

  return {
    ...createMiddleware({
      name: options.name ?? "palimpsest",
      contextSchema,
      tools: createTools(options),
      async wrapModelCall(request, handler) {
        const block = await turnMemory.recall(toConfig(request.runtime), request.state.messages);
        return handler({ ...request, systemMessage: placeBlock(request.systemMessage, block) });
      },
      // A hook behind the agent is a step of its graph, with a checkpoint of its own.
      ...(options.remember !== false && {
        async afterAgent(state: MessagesState, runtime: RunConfig) {
          await turnMemory.remember(toConfig(runtime), state.messages);
        },
      }),
    }),
    flush: () => turnMemory.flush(),
  };
}

function createTools(options: LongTermMemoryOptions) {
  if (!options.tools) return [];
  const { memory, scope, onError } = options;
  return [
    createSearchMemoryTool({ memory, scope, onError }),
    createManageMemoryTool({ memory, scope, onError }),
  ];
}

/**
 * What the run was started with. Of its context langchain gives a hook the declared keys only (1.5.14), and
 * `scope` may want others: the config that goes with the async context has all of them, as long as that is
 * this run's. Other middleware may call on from another context, which may be another user's.
 */
function toConfig({ context, configurable, signal }: RunConfig): RunConfig {
  const config: RunConfig | undefined = AsyncLocalStorageProviderSingleton.getRunnableConfig();
  const isOfThisRun = config !== undefined && config.configurable === configurable;
  return { context: isOfThisRun ? config.context : context, configurable, signal };
}

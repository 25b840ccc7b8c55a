import { type DynamicStructuredTool, tool } from "@langchain/core/tools";
import type { BaseMessageLike } from "@langchain/core/messages";
import type { Memory } from "@palimpsest/core";
import type { CallScope, Check } from "@palimpsest/core/adapter";
import { z } from "zod/v4";
import type { RunConfig } from "../identity.ts";
import { answerCall } from "./answer-call.ts";
import { deleteMemory, updateMemory } from "./change-memory.ts";
import { checkOptions } from "./check-options.ts";
import { createMemories } from "./create-memories.ts";
import type { MemoryToolOptions } from "./options.ts";

const ACTIONS = ["create", "update", "delete"] as const;

/** What a model may do with memories. */
export type MemoryAction = (typeof ACTIONS)[number];

/** What `createManageMemoryTool` takes. */
export interface ManageMemoryToolOptions extends MemoryToolOptions {
  memory: Pick<Memory, "add" | "get" | "update" | "delete">;
  /** Default: all three. */
  actionsPermitted?: readonly MemoryAction[] | undefined;
}

const ACTION_LIST: Check = [
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every((action) => ACTIONS.includes(action)),
  `some of ${ACTIONS.join(", ")}`,
];

const INSTRUCTIONS = `Proactively call this tool when you:

1. Identify a new USER preference.
2. Receive an explicit USER request to remember something or otherwise alter your behavior.
3. Are working and want to record important context.
4. Identify that an existing MEMORY is incorrect or outdated.`;

const CREATED_WITH_ID =
  "You cannot provide a MEMORY ID when creating a MEMORY. Please try again, omitting the id argument.";
const NO_ID = "You must provide a MEMORY ID when deleting or updating a MEMORY.";
const NO_CONTENT = "You must provide the content of the MEMORY.";

type Schema = ReturnType<typeof toSchema>;

/** The tool that adds, corrects and takes back memories. */
export type ManageMemoryTool = DynamicStructuredTool<Schema>;

/** A config of a tool's call: agents and tool nodes put the state into it. */
type CallConfig = RunConfig & { readonly state?: unknown };

/**
 * A tool with which a model adds, corrects and takes back memories: LangMem's `create_manage_memory_tool`
 * on this memory.
 *
 * Takes `{ content?, action = "create", id? }` and answers `created memory <id>`, `updated memory <id>` or
 * `Deleted memory <id>`. What is created takes the way of `add`, beside the user's last words: it is judged
 * against what is known, so nothing is stored twice and an outdated memory is replaced, and what only the
 * model says never takes the place of what a person said. What is updated has a person's trust: leave
 * `update` and `delete` out where others than the user have a say in the conversation, such as web pages.
 *
 * @throws {InvalidInputError} when the memory is missing, an option is unknown or of the wrong type, no
 * action is permitted, or one is unknown.
 */
export function createManageMemoryTool(options: ManageMemoryToolOptions): ManageMemoryTool {
  checkOptions(options, ["add", "get", "update", "delete"], { actionsPermitted: ACTION_LIST });
  const { memory, name = "manage_memory", instructions = INSTRUCTIONS } = options;
  const permitted = options.actionsPermitted ?? ACTIONS;

  async function manage(
    { content, action, id }: z.infer<Schema>,
    state: unknown,
    scope: CallScope,
  ): Promise<string> {
    const isBlank = content === undefined || content.trim() === "";
    if (action === "create") {
      if (id !== undefined) return CREATED_WITH_ID;
      return isBlank ? NO_CONTENT : createMemories(memory, content, findMessages(state), scope);
    }
    if (id === undefined) return NO_ID;
    if (action === "delete") return deleteMemory(memory, id, scope);
    return isBlank ? NO_CONTENT : updateMemory(memory, id, content, scope);
  }

  return tool(
    async (input, config: CallConfig) =>
      answerCall(config, options, "remember", (scope) => manage(input, config.state, scope)),
    {
      name,
      description: `${toVerbs(permitted)} a memory to persist across conversations.
Include the MEMORY ID when updating or deleting a MEMORY. Omit when creating a new MEMORY - it will be created for you.
${instructions}`,
      schema: toSchema(permitted),
    },
  );
}

function toSchema(permitted: readonly MemoryAction[]) {
  const [first = "create"] = permitted;
  return z.object({
    content: z
      .string()
      .optional()
      .describe('The memory, as one self-contained sentence: "User is allergic to nuts".'),
    action: z.enum(permitted).default(permitted.includes("create") ? "create" : first),
    id: z.string().optional().describe("The key of the memory, exactly as it was found."),
  });
}

/** "Create, update, or delete", as LangMem says it. */
function toVerbs(actions: readonly MemoryAction[]): string {
  const verbs = new Intl.ListFormat("en", { type: "disjunction" }).format(actions);
  return verbs.charAt(0).toUpperCase() + verbs.slice(1);
}

function findMessages(state: unknown): readonly BaseMessageLike[] {
  const { messages } = (state ?? {}) as { messages?: readonly BaseMessageLike[] };
  return messages ?? [];
}

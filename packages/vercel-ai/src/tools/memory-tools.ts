import {
  CHECK,
  checkOptions,
  type Checks,
  isObject,
  memoryWith,
  needMemory,
  readScope,
  type ShownChanges,
} from "@palimpsest/core/adapter";
import { addMemory, type AddInput } from "./add-memory.ts";
import {
  type ChangedMemory,
  deleteMemory,
  type DeleteInput,
  updateMemory,
  type UpdateInput,
} from "./change-memory.ts";
import type { MemoryTool, MemoryToolsOptions } from "./memory-tool.ts";
import { type FoundMemories, searchMemory, type SearchInput } from "./search-memory.ts";

/** The tools by the names under which a model knows them. */
export type MemoryTools<CONTEXT = unknown> = {
  searchMemory: MemoryTool<SearchInput, FoundMemories, CONTEXT>;
  addMemory: MemoryTool<AddInput, ShownChanges, CONTEXT>;
  updateMemory: MemoryTool<UpdateInput, ChangedMemory, CONTEXT>;
  deleteMemory: MemoryTool<DeleteInput, ChangedMemory, CONTEXT>;
};

const CHECKS: Checks<MemoryToolsOptions> = {
  memory: memoryWith("search", "add", "get", "update", "delete"),
  scope: [(value) => isObject(value) || typeof value === "function", "a scope, or a function"],
  onError: CHECK.function,
};

/**
 * Tools with which a model looks up, adds, corrects and takes back memories of one scope, for
 * `generateText`, `streamText` and `ToolLoopAgent`.
 *
 * A memory that fails does not fail the call: the model is told to go on without.
 *
 * @throws {InvalidInputError} when the memory is missing, an option is unknown or of the wrong type, or
 * the scope is fixed and none.
 */
export function memoryTools<CONTEXT = unknown>(
  options: MemoryToolsOptions<CONTEXT>,
): MemoryTools<CONTEXT> {
  needMemory(options);
  checkOptions(options, CHECKS);
  if (typeof options.scope !== "function") readScope(options.scope);
  return {
    searchMemory: searchMemory(options),
    addMemory: addMemory(options),
    updateMemory: updateMemory(options),
    deleteMemory: deleteMemory(options),
  };
}

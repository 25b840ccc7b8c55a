import type { ShownChanges } from "@palimpsest/core/adapter";
import { checkToolsOptions } from "../check-options.ts";
import { forgetMemory, type ForgetInput, type ForgottenMemory } from "./forget-memory.ts";
import { saveMemory, type SaveInput } from "./save-memory.ts";
import { type FoundMemories, searchMemories, type SearchInput } from "./search-memories.ts";
import type { LongTermTool, LongTermToolsOptions } from "./tools-options.ts";

/** The tools by the names under which a model knows them; none of Mastra's own is called like one of them. */
export type LongTermTools = {
  searchMemories: LongTermTool<SearchInput, FoundMemories>;
  saveMemory: LongTermTool<SaveInput, ShownChanges>;
  forgetMemory: LongTermTool<ForgetInput, ForgottenMemory>;
};

/**
 * Tools with which an agent looks up, saves and takes back memories of whoever its run is about.
 *
 * The scope comes from the run, in no input: the model cannot reach the memory of somebody else. A
 * memory that fails does not fail the run: the model is told to go on without.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function createLongTermTools(options: LongTermToolsOptions): LongTermTools {
  checkToolsOptions(options);
  return {
    searchMemories: searchMemories(options),
    saveMemory: saveMemory(options),
    forgetMemory: forgetMemory(options),
  };
}

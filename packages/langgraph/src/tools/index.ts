export type { Run, ScopeSource } from "../identity.ts";
export {
  createManageMemoryTool,
  type ManageMemoryTool,
  type ManageMemoryToolOptions,
  type MemoryAction,
} from "./manage-memory.ts";
export type { MemoryToolOptions } from "./options.ts";
export {
  createSearchMemoryTool,
  type SearchMemoryTool,
  type SearchMemoryToolOptions,
} from "./search-memory.ts";

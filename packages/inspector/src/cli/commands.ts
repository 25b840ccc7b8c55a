import type { Command } from "./command.ts";
import { add } from "./commands/add.ts";
import { exportMemories } from "./commands/export.ts";
import { forget } from "./commands/forget.ts";
import { history } from "./commands/history.ts";
import { importMemories } from "./commands/import.ts";
import { info } from "./commands/info.ts";
import { inspect } from "./commands/inspect.ts";
import { list } from "./commands/list.ts";
import { maintain } from "./commands/maintain.ts";
import { search } from "./commands/search.ts";

/** Every command by its name, in the order in which a newcomer meets them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  add,
  search,
  list,
  history,
  inspect,
  export: exportMemories,
  import: importMemories,
  forget,
  maintain,
  info,
};

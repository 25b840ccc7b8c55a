import type { Memory } from "@palimpsest/core";
import type { Answers } from "./answers.ts";
import type { ChatModel } from "./scripted-model/scripted-model.ts";
import type { Turns } from "./turns.ts";
import type { UnderWay } from "./under-way.ts";

/** What the routes work with: one of each for the process. */
export interface Services {
  memory: Memory;
  chatModel: ChatModel;
  turns: Turns;
  answers: Answers;
  underWay: UnderWay;
}

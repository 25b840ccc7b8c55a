import type { LanguageModel, ModelAnswer, ModelRequest } from "../ports/language-model.ts";

/**
 * What a script says to one request: the tool's arguments, right or wrong; an `Error` to fail with;
 * or a function of the request that gives one of these.
 */
export type ScriptedReply = unknown;

/** Replies by tool, each list in the order of the calls; the last one is repeated. */
export interface Script {
  record_facts?: readonly ScriptedReply[];
  decide?: readonly ScriptedReply[];
  write_summary?: readonly ScriptedReply[];
  grade_memories?: readonly ScriptedReply[];
}

/** A model that says what a script says, and remembers what it was asked. */
export interface ScriptedModel extends LanguageModel {
  readonly requests: readonly ModelRequest[];
  /** The requests for one tool. */
  requestsFor(tool: keyof Script): readonly ModelRequest[];
  /** Goes on with another script. */
  follow(script: Script): void;
}

const NOTHING: Required<Script> = {
  record_facts: [{ facts: [] }],
  decide: [{ decisions: [] }],
  write_summary: [{ summary: "A conversation." }],
  grade_memories: [{ answers: [], helps: [], related: [] }],
};

/**
 * A model that answers from a script. An `Error` is thrown, a function is called with the request,
 * anything else is the tool's arguments. A tool without replies finds no facts, decides nothing,
 * summarizes in one sentence, and holds no memory relevant.
 */
export function scriptedModel(script: Script = {}): ScriptedModel {
  const requests: ModelRequest[] = [];
  let replies = remaining(script);
  return {
    id: "testing/scripted",
    requests,
    requestsFor: (tool) => requests.filter((request) => request.tool.name === tool),
    follow(next) {
      replies = remaining(next);
    },
    async generate(request): Promise<ModelAnswer> {
      request.signal?.throwIfAborted();
      requests.push(request);
      const queue = replies[request.tool.name as keyof Script];
      const reply = queue.length > 1 ? queue.shift() : queue[0];
      const answer =
        typeof reply === "function"
          ? await (reply as (request: ModelRequest) => unknown)(request)
          : reply;
      if (answer instanceof Error) throw answer;
      return { arguments: answer, usage: { inputTokens: 100, outputTokens: 10 } };
    },
  };
}

function remaining(script: Script): Record<keyof Script, ScriptedReply[]> {
  const { record_facts, decide, write_summary, grade_memories } = { ...NOTHING, ...script };
  return {
    record_facts: [...record_facts],
    decide: [...decide],
    write_summary: [...write_summary],
    grade_memories: [...grade_memories],
  };
}

import type { Scope } from "@palimpsest/core";
import { readScope } from "@palimpsest/core/adapter";

/** What a run was started with. */
export interface Run {
  /** The context of the run: `invoke(input, { context })`. */
  readonly context: Readonly<Record<string, unknown>>;
  /** `invoke(input, { configurable })`, and what LangGraph added to it. */
  readonly configurable: Readonly<Record<string, unknown>>;
}

/** Whose memory a run is about: always the same scope, or a function of the run; `undefined` is nobody's. */
export type ScopeSource = Scope | ((run: Run) => Scope | undefined);

/** What a graph or an agent hands to its nodes, hooks and tools, as far as memory looks at it. */
export interface RunConfig {
  readonly context?: unknown;
  readonly configurable?: Readonly<Record<string, unknown>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The run that a config belongs to. */
export function readRun({ context, configurable }: RunConfig): Run {
  return { context: isRecord(context) ? context : {}, configurable: configurable ?? {} };
}

/**
 * Whose memory a run is about. `undefined` when it is nobody's: then nothing is read or written,
 * because a memory of those who are nobody would be one that strangers share.
 *
 * Without a source it is the first of `context.userId`, `configurable.userId`, `configurable.user_id`
 * and `configurable.langgraph_user_id` that is given, in the session `configurable.thread_id`. An id that
 * is given and empty is nobody's, whatever stands further down.
 *
 * @throws {InvalidInputError} when an id is no string, or the ids of the source are blank.
 */
export function findScope(run: Run, source?: ScopeSource): Scope | undefined {
  const given = source === undefined ? findIds(run) : readSource(source, run);
  return given && readScope(given);
}

/** The thread of a run; without a checkpointer there may be none. */
export function findThread({ configurable }: Run): string | undefined {
  const { thread_id: thread } = configurable;
  return typeof thread === "string" ? thread : undefined;
}

/**
 * Whether a tool runs the graph: then what stands there as the user's words are a model's.
 *
 * `checkpoint_ns` names the nodes in which a graph stands, outermost first, each with an id that is another
 * one in every run: `tools:<uuid>|model_request:<uuid>`. It is never part of an identity.
 */
export function isRunByTool({ configurable }: Run): boolean {
  const { checkpoint_ns: namespace } = configurable;
  if (typeof namespace !== "string") return false;
  const parents = namespace.split("|").slice(0, -1);
  return parents.some((node) => node.startsWith("tools:"));
}

function readSource(source: ScopeSource, run: Run): Scope | undefined {
  return typeof source === "function" ? source(run) : source;
}

function findIds({
  context,
  configurable,
}: Run): { userId: unknown; sessionId: unknown } | undefined {
  const given = [
    context["userId"],
    configurable["userId"],
    configurable["user_id"],
    configurable["langgraph_user_id"],
  ].find((id) => id !== undefined);
  const isNobody =
    given === undefined || given === null || (typeof given === "string" && given.trim() === "");
  return isNobody ? undefined : { userId: given, sessionId: configurable["thread_id"] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

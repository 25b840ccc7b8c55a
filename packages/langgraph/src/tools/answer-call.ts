import {
  type AdapterFailure,
  answerTool,
  type CallScope,
  isRefused,
} from "@palimpsest/core/adapter";
import { findScope, readRun, type RunConfig } from "../identity.ts";
import type { MemoryToolOptions } from "./options.ts";

const NOBODY = "It is not known who the user is: nothing can be remembered or looked up.";

/** What `work` answers for whom the run is about, or a sentence that says why there is no answer. */
export async function answerCall<ANSWER>(
  config: RunConfig,
  { scope, onError }: MemoryToolOptions,
  phase: AdapterFailure["phase"],
  work: (scope: CallScope) => Promise<ANSWER>,
): Promise<ANSWER | string> {
  const answer = await answerTool(
    {
      findScope: () => findScope(readRun(config), scope),
      phase,
      signal: config.signal,
      onError,
      nobody: NOBODY,
    },
    work,
  );
  return isRefused(answer) ? answer.error : answer;
}

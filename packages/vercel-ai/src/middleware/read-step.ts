import type { GenerateResult, StreamPart } from "./call-types.ts";

/** What came of an attempt at a step. */
export type Outcome =
  /** The answer is complete, and the turn with it. */
  | { readonly type: "answer"; readonly text: string }
  /** The model waits for these tools; whether another step follows is not known. */
  | { readonly type: "calls"; readonly calls: readonly string[] }
  /** No answer: an error, a refusal, a stream that was cut. */
  | { readonly type: "failure" }
  /** Nobody wanted more of it than this. */
  | { readonly type: "stop"; readonly text: string };

/** Takes in the parts of a step, of a stream or at once. */
export interface StepReader {
  take(part: StreamPart | GenerateResult["content"][number]): void;
  /** Whether it reported an error. */
  hasFailed(): boolean;
  /** What comes of the step when it ends now, or, before it is finished, is stopped. */
  outcome(options?: { isStopped: boolean }): Outcome;
}

type FinishReason = GenerateResult["finishReason"]["unified"];

const NO_ANSWER: readonly FinishReason[] = ["content-filter", "error", "interrupted"];

/** A reader of a step of which nothing has come yet. */
export function createStepReader(): StepReader {
  // By id: the blocks of one message may come interleaved.
  const texts = new Map<string, string>();
  const calls = new Set<string>();
  // Calls that the provider runs. A step that ends with one is answered by a later step; where text
  // stands behind it, it is done, though some providers never report its result.
  const providersCalls = new Set<string>();
  let hasFailed = false;
  let finishReason: FinishReason | undefined;

  function addText(id: string, text: string): void {
    texts.set(id, (texts.get(id) ?? "") + text);
    if (text.trim() !== "") providersCalls.clear();
  }

  const text = () => [...texts.values()].filter((block) => block !== "").join("\n");

  return {
    take(part) {
      if (part.type === "text") addText(`part ${texts.size}`, part.text);
      else if (part.type === "text-start") addText(part.id, "");
      else if (part.type === "text-delta") addText(part.id, part.delta);
      else if (part.type === "tool-call") {
        (part.providerExecuted ? providersCalls : calls).add(part.toolCallId);
      } else if (part.type === "tool-approval-request") calls.add(part.toolCallId);
      else if (part.type === "tool-result") providersCalls.delete(part.toolCallId);
      else if (part.type === "error") hasFailed = true;
      else if (part.type === "finish") finishReason = part.finishReason.unified;
    },
    hasFailed: () => hasFailed,
    outcome({ isStopped } = { isStopped: false }) {
      if (finishReason === undefined && isStopped) return { type: "stop", text: text() };
      if (hasFailed || finishReason === undefined || NO_ANSWER.includes(finishReason)) {
        return { type: "failure" };
      }
      // By what is there, not by the reason: some providers report "stop" with calls.
      const waiting = [...calls, ...providersCalls];
      return waiting.length > 0
        ? { type: "calls", calls: waiting }
        : { type: "answer", text: text() };
    },
  };
}

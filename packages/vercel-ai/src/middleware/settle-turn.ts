import type { Attempt } from "./attempt.ts";
import type { Outcome } from "./read-step.ts";
import { type Keeping, rememberTurn } from "./remember-turn.ts";

/**
 * Draws the consequences of an attempt's outcome. A turn is kept once: when it is answered, or as much
 * of it as `onAbort` says when it is stopped. What failed, or was cut by a stop condition, is not kept
 * yet: the next turn takes up what the user said in it.
 */
export function settleTurn(attempt: Attempt, outcome: Outcome, keeping: Keeping): void {
  const { turn } = attempt;
  // The model may go on with its answer; the turn was kept.
  if (turn.state === "answered") return;
  switch (outcome.type) {
    case "answer":
      turn.state = "answered";
      return rememberTurn(attempt, outcome.text, keeping);
    case "calls":
      turn.state = "open";
      return keeping.turns.waitFor(turn, outcome.calls.map(attempt.nameCall));
    case "failure":
      turn.state = "failed";
      return;
    case "stop": {
      turn.state = "stopped";
      const { onAbort = "user" } = keeping.options.remember || {};
      if (onAbort === "skip") return;
      return rememberTurn(attempt, onAbort === "partial" ? outcome.text : "", keeping);
    }
    default:
      return outcome satisfies never;
  }
}

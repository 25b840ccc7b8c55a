const TURN = /D:?0*(\d+):0*(\d+)/gi;

/**
 * The ids of turns that LoCoMo cites, each once and in the form that turns have, like `D1:3`.
 *
 * Its file cites by hand here and there: several ids in one text (`D8:6; D9:17`), zeros before a
 * number (`D30:05`), a colon too many (`D:11:26`), half an id (`D`), which cites nothing.
 */
export function parseEvidence(texts: readonly string[]): string[] {
  const ids = texts.flatMap((text) =>
    Array.from(text.matchAll(TURN), ([, session, turn]) => `D${session}:${turn}`),
  );
  return [...new Set(ids)];
}

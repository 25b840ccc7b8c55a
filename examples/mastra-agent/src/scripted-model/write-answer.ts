const QUESTION =
  /\?\s*$|^\s*(?:what|where|who|when|which|why|how|do|does|is|are|am|can|tell me|suggest|recommend)\b/i;

/** What the script answers, knowing nothing but what was recalled for it. */
export function writeAnswer(said: string, recalled: readonly string[]): string {
  if (!QUESTION.test(said)) return "I see.";
  if (recalled.length === 0) return "I don't know that yet. Tell me.";
  return `What I was told to remember: ${recalled.join("; ")}.`;
}

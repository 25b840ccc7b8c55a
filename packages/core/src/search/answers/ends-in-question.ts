/** Whether a text ends in a question. */
export function endsInQuestion(text: string): boolean {
  return /[?？؟]["'”’»)\s]*$/.test(text);
}

/** The words of a list with commas between them; some are of several words. */
export function listWords(list: string): string[] {
  return list.trim().split(/,\s*/);
}

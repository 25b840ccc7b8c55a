/** As many times more are asked for each time. */
const GROWTH = 4;

/**
 * Asks for more and more until there is enough, or nothing is left. Each time anew from the first one
 * on, so that an answer is of one version of the table: all of them together take a third longer than
 * the last.
 */
export async function findEnough<FOUND>(
  atLeast: number,
  find: (limit: number) => Promise<{ found: readonly FOUND[]; isAll: boolean }>,
): Promise<readonly FOUND[]> {
  for (let limit = atLeast; ; limit *= GROWTH) {
    const { found, isAll } = await find(limit);
    if (isAll || found.length >= atLeast) return found;
  }
}

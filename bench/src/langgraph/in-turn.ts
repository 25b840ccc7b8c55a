/**
 * The items in another order each turn: what the machine does meets all alike, and what one does
 * behind its calls does not always meet the same one.
 */
export function inTurn<ITEM>(items: readonly ITEM[], turn: number): ITEM[] {
  const first = turn % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

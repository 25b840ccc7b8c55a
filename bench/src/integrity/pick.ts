/** One of these, by a number of 0…1 without 1. */
export function pick<ITEM>(random: () => number, items: readonly ITEM[]): ITEM | undefined {
  return items[Math.floor(random() * items.length)];
}

/** At most `count` of the items, at even distances and in their order: the same ones in every run. */
export function pickEvenly<ITEM>(items: readonly ITEM[], count: number): ITEM[] {
  if (items.length <= count) return [...items];
  return items.filter(
    (_, index) =>
      Math.floor((index * count) / items.length) !==
      Math.floor(((index - 1) * count) / items.length),
  );
}

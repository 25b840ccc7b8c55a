import { useState } from "react";

/** The first of many items, and what shows more of them; absent when all are shown. */
export interface Part<ITEM> {
  shown: readonly ITEM[];
  more: (() => void) | undefined;
}

/** Shows a list `size` items at a time: drawing thousands at once makes a page slow. */
export function usePart<ITEM>(items: readonly ITEM[], size: number): Part<ITEM> {
  const [most, setMost] = useState(size);
  const more = items.length > most ? () => setMost(most + size) : undefined;
  return { shown: items.slice(0, most), more };
}

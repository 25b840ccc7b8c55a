import type { List } from "../data/use-list.ts";

/** Reads on in a list that has more. */
export function More({ list }: { list: Pick<List<unknown>, "more" | "isLoading" | "isRead"> }) {
  if (list.more === undefined && !(list.isLoading && list.isRead)) return null;
  return (
    <p className="more">
      <button type="button" disabled={list.more === undefined} onClick={list.more}>
        {list.isLoading ? "Reading…" : "Show more"}
      </button>
    </p>
  );
}

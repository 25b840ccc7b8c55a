interface MoreProps {
  /** Shows more; absent when there is no more, or it is being read. */
  more: (() => void) | undefined;
  /** Whether more is being read. */
  isReading?: boolean;
}

/** Goes on in a list that has more. */
export function More({ more, isReading = false }: MoreProps) {
  if (more === undefined && !isReading) return null;
  return (
    <p className="more">
      <button type="button" disabled={more === undefined} onClick={more}>
        {more === undefined ? "Reading…" : "Show more"}
      </button>
    </p>
  );
}

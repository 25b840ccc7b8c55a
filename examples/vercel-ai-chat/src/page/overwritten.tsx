interface OverwrittenProps {
  /** What holds now; absent when nothing took the place of what was there. */
  text?: string;
  /** The texts before it, newest first. */
  underneath: readonly string[];
}

/** A text over those that it took the place of: a palimpsest. */
export function Overwritten({ text, underneath }: OverwrittenProps) {
  return (
    <span className="overwritten">
      {text !== undefined && <span className="over">{text}</span>}
      {underneath.map((old) => (
        <del key={old} className="under">
          {old}
        </del>
      ))}
    </span>
  );
}

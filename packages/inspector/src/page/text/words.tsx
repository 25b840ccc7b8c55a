import { markUnseen } from "./mark-unseen.ts";

/** Somebody's words, as text and nothing else: in their own direction, with what hides in them made visible. */
export function Words({ text }: { text: string }) {
  const pieces = markUnseen(text);
  return (
    <bdi className="words" dir="auto">
      {pieces.map((piece, index) =>
        "seen" in piece ? (
          piece.seen
        ) : (
          <span key={index} className="unseen" title={`${piece.unseen}, which cannot be seen`}>
            {piece.unseen}
          </span>
        ),
      )}
    </bdi>
  );
}

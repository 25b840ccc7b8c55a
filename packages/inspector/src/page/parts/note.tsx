import type { ReactNode } from "react";

/** Something that went wrong; nothing where nothing did. */
export function Warning({ message }: { message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p className="note is-warning" role="alert">
      {message}
    </p>
  );
}

/** What stands where there is nothing. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** Says that there is more than is shown. */
export function CutNote({ isCut }: { isCut: boolean }) {
  if (!isCut) return null;
  return (
    <p className="note">
      There is more here than a page can hold: what follows is of the first 20,000 versions and
      decisions. Choose a session or an agent to see less at once.
    </p>
  );
}

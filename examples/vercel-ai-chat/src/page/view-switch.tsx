/** The side that a narrow screen shows; a wide one shows both. */
export type View = "chat" | "memories";

const LABELS = { chat: "Chat", memories: "Memories" } as const satisfies Record<View, string>;

interface ViewSwitchProps {
  view: View;
  onView: (view: View) => void;
}

/** Chooses between the two sides where there is no room for both. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <nav className="view-switch" aria-label="Sides of the page">
      {(["chat", "memories"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
          {LABELS[name]}
        </button>
      ))}
    </nav>
  );
}

import { useRef, useState } from "react";

export interface UserSwitchProps {
  /** Who is offered by name. */
  names: readonly string[];
  userId: string;
  onUser: (userId: string) => void;
}

/** Chooses who is talking: somebody known, or anybody by a name that is typed. */
export function UserSwitch({ names, userId, onUser }: UserSwitchProps) {
  const [isTyping, setIsTyping] = useState(false);
  const other = useRef<HTMLButtonElement>(null);
  const offered = names.includes(userId) ? names : [...names, userId];

  function stopTyping() {
    setIsTyping(false);
    other.current?.focus();
  }

  function switchTo(data: FormData) {
    const name = data.get("name");
    stopTyping();
    if (typeof name === "string" && name.trim() !== "") onUser(name.trim());
  }

  return (
    <div
      className="user-switch"
      role="group"
      aria-label="Who is talking?"
      // Takes the focus where a click hits no control, or a button that takes none, as in Safari: whoever
      // clicks in here has not gone away.
      tabIndex={-1}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsTyping(false);
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape" && isTyping) stopTyping();
      }}
    >
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          className="user"
          aria-pressed={name === userId}
          title={name}
          onClick={() => onUser(name)}
        >
          <span className="initial" aria-hidden="true">
            {Array.from(name)[0]?.toUpperCase()}
          </span>
          <span className="name">{name}</span>
        </button>
      ))}
      <button
        ref={other}
        type="button"
        className="user"
        aria-expanded={isTyping}
        title="Someone else"
        onClick={() => setIsTyping(!isTyping)}
      >
        <span className="initial" aria-hidden="true">
          …
        </span>
        <span className="name">Someone else</span>
      </button>
      {isTyping && (
        <form className="other-user" action={switchTo}>
          <label htmlFor="other-user-name">Name or id</label>
          <input id="other-user-name" name="name" autoComplete="off" maxLength={200} autoFocus />
          <button type="submit">Switch</button>
        </form>
      )}
    </div>
  );
}

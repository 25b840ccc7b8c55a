import { UserSwitch, type UserSwitchProps } from "./user-switch.tsx";

interface SiteHeaderProps extends UserSwitchProps {
  onNewConversation: () => void;
}

/** The name of the page, who is talking, and a way to begin anew. */
export function SiteHeader({ onNewConversation, ...users }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <h1 className="wordmark" data-ghost="Palimpsest">
        Palimpsest
      </h1>
      <UserSwitch {...users} />
      <button type="button" className="quiet new-conversation" onClick={onNewConversation}>
        <span aria-hidden="true">+</span> New<span className="wide-only"> conversation</span>
      </button>
    </header>
  );
}

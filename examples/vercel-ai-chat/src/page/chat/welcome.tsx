interface WelcomeProps {
  userId: string;
  isOnline: boolean;
  onSend: (text: string) => void;
}

const OPENINGS = [
  "I'm vegetarian and I live in Berlin.",
  "I moved to Amsterdam.",
  "Where do I live?",
];

/** What stands where nothing was said yet. */
export function Welcome({ userId, isOnline, onSend }: WelcomeProps) {
  return (
    <div className="welcome">
      <h2>
        <span className="ghost" data-ghost="What was written before" aria-hidden="true" />
        What should I remember, {userId}?
      </h2>
      <p>
        Say something about yourself. It is remembered beyond this conversation, and when it
        changes, the new is written over the old.
      </p>
      <ul aria-label="Ways to begin">
        {OPENINGS.map((opening) => (
          <li key={opening}>
            <button type="button" disabled={!isOnline} onClick={() => onSend(opening)}>
              {opening}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

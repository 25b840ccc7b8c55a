import { useState } from "react";
import { Chat } from "./chat/chat.tsx";
import { useConversation } from "./data/use-conversation.ts";
import { useOnline } from "./data/use-online.ts";
import { useTurns } from "./data/use-turns.ts";
import { useUser } from "./data/use-user.ts";
import { MemoryPanel } from "./memories/memory-panel.tsx";
import { SiteHeader } from "./site-header.tsx";
import { ViewSwitch, type View } from "./view-switch.tsx";

const NAMES = ["alice", "bob", "charlie"];

/** The whole page: a conversation, and beside it what is remembered. */
export function App() {
  const [userId, setUserId] = useUser("alice");
  const [sessionId, beginConversation] = useConversation(userId);
  const [view, setView] = useState<View>("chat");
  const isOnline = useOnline();

  return (
    <div className="page" data-view={view}>
      <SiteHeader
        names={NAMES}
        userId={userId}
        onUser={setUserId}
        onNewConversation={beginConversation}
      />
      <p className="offline" role="status">
        {!isOnline && "You are offline. Nothing is sent until the network is back."}
      </p>
      <ViewSwitch view={view} onView={setView} />
      <Remembering
        // A user's conversation, and what is known of them, is never shown to the next one.
        key={userId}
        {...{ userId, sessionId, isOnline }}
        onForgotten={beginConversation}
      />
    </div>
  );
}

interface RememberingProps {
  userId: string;
  sessionId: string;
  isOnline: boolean;
  onForgotten: () => void;
}

/** What belongs to one user: both sides of the page. */
function Remembering({ userId, sessionId, isOnline, onForgotten }: RememberingProps) {
  const { turns, revision } = useTurns(userId);
  return (
    <main className="sides">
      <Chat key={sessionId} {...{ userId, sessionId, turns, isOnline }} />
      <MemoryPanel {...{ userId, revision, onForgotten }} />
    </main>
  );
}

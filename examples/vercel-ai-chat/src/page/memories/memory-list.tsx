import type { WirePanelMemory } from "../../wire.ts";
import type { Edit } from "./edit-bar.tsx";
import { MemoryCard } from "./memory-card.tsx";

interface MemoryListProps {
  memories: readonly WirePanelMemory[];
  userId: string;
  revision: number;
  /** Whether an earlier moment is shown, which nobody can change. */
  isPast: boolean;
  onEdit: (edit: Edit) => void;
  onUndone: () => void;
}

/** The memories, newest first; or a word about their absence. */
export function MemoryList({ memories, isPast, ...rest }: MemoryListProps) {
  if (memories.length === 0) {
    return (
      <p className="empty">
        {isPast ? "Nothing was true then." : "Nothing yet. What is said in the chat appears here."}
      </p>
    );
  }
  return (
    <ul className="memory-list" aria-label="Memories">
      {memories.map((memory) => (
        <MemoryCard key={memory.id} memory={memory} isPast={isPast} {...rest} />
      ))}
    </ul>
  );
}

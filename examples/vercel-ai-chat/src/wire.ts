import type {
  Change,
  ForgetReceipt,
  MemoryInfo,
  MemoryRecord,
  MemoryVersion,
} from "@palimpsest/core";
import type { UIMessage } from "ai";

/** A value as JSON carries it: dates are strings. */
export type OnTheWire<VALUE> = VALUE extends Date
  ? string
  : VALUE extends string | number | boolean | null | undefined
    ? VALUE
    : { [KEY in keyof VALUE]: OnTheWire<VALUE[KEY]> };

/** An earlier text of a memory, and when it was true. */
export type Underneath = Pick<MemoryVersion, "memory" | "validFrom" | "validTo">;

/** A memory for the panel. */
export type PanelMemory = Pick<
  MemoryRecord,
  "id" | "memory" | "kind" | "sessionId" | "validFrom" | "validTo"
> & {
  /** The texts that it was written over, newest first. */
  underneath: Underneath[];
};

/** What the panel shows of a user. */
export interface Panel {
  /** Newest first. */
  memories: PanelMemory[];
  /** The times at which something began or ceased to be true, oldest first: the stops of the slider. */
  moments: Date[];
}

/** What is known of one answer of the assistant, whose message id is its `id`. */
export interface Turn {
  id: string;
  /**
   * `open`: nothing was learned yet; `learned`: done, `changes` says what came of it; `kept`: the
   * exchange is safe and will be read later; `failed`: it could not be remembered, or not answered.
   */
  status: "open" | "learned" | "kept" | "failed";
  /** Whether the answer was given without memories, because they could not be looked up. */
  isRecallFailed: boolean;
  changes: Change[];
  /** What `undo` takes to take all of it back. */
  reportId?: string;
  isUndone: boolean;
}

/** What the server tells the pages of a user as it happens. */
export type PageEvent = { type: "turn"; turn: Turn } | { type: "changed" };

/** A memory that stood in the prompt of an answer. */
export interface Recalled {
  id: string;
  memory: string;
  score: number;
}

/** A message of this chat: answers carry the memories that were recalled for them. */
export type ChatMessage = UIMessage<{ recalled?: Recalled[] | undefined }>;

/** Which models are at work. */
export type Setup = Pick<MemoryInfo, "model" | "embedder"> & { chat: string };

/** The body of every answer that is an error. */
export interface Failure {
  error: { code: string; message: string };
}

export type WireChange = OnTheWire<Change>;
export type WirePanel = OnTheWire<Panel>;
export type WirePanelMemory = OnTheWire<PanelMemory>;
export type WirePageEvent = OnTheWire<PageEvent>;
export type WireReceipt = OnTheWire<ForgetReceipt>;
export type WireTurn = OnTheWire<Turn>;
export type WireVersion = OnTheWire<MemoryVersion>;

import { type AssistantModelMessage, generateText, streamText, type ToolModelMessage } from "ai";

/** A call of the SDK. */
type Call = Parameters<typeof generateText>[0];

/** What came of it. */
export interface Asked {
  text: string;
  providerMetadata: Record<string, unknown> | undefined;
  /** What the application adds to its history. */
  messages: (AssistantModelMessage | ToolModelMessage)[];
}

/** A call that is run to its end; rejects when the model fails. */
export type Ask = (call: Call) => Promise<Asked>;

const generate: Ask = async (call) => {
  const { text, providerMetadata, responseMessages } = await generateText(call);
  return { text, providerMetadata, messages: responseMessages };
};

const stream: Ask = async (call) => {
  let failure: Error | undefined;
  const result = streamText({ ...call, onError: ({ error }) => void (failure = error as Error) });
  await result.consumeStream();
  if (failure) throw failure;
  const [text, providerMetadata, messages] = await Promise.all([
    result.text,
    result.providerMetadata,
    result.responseMessages,
  ]);
  return { text, providerMetadata, messages };
};

/** The ways to ask a model. */
export const WAYS = [
  ["generateText", generate],
  ["streamText", stream],
] as const;

type Part = Exclude<Asked["messages"][number]["content"], string>[number];

/** The parts of what the application adds to its history, without plain text. */
export function partsOf(messages: Asked["messages"]): Part[] {
  return messages.flatMap(({ content }): Part[] => (typeof content === "string" ? [] : content));
}

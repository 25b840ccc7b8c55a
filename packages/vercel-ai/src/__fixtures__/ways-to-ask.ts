import { type AssistantModelMessage, generateText, streamText, type ToolModelMessage } from "ai";

/** A call of the SDK. */
export type Call = Parameters<typeof generateText>[0];

/** What came of it. */
export interface Asked {
  text: string;
  providerMetadata: Record<string, unknown> | undefined;
  /** What the application adds to its history. */
  messages: (AssistantModelMessage | ToolModelMessage)[];
}

/** A call that is run to its end; rejects when the model fails. */
export type Ask = (call: Call) => Promise<Asked>;

/** The ways to ask a model. */
export const WAYS: readonly [name: "generateText" | "streamText", ask: Ask][] = [
  [
    "generateText",
    async (call) => {
      const { text, providerMetadata, responseMessages } = await generateText(call);
      return { text, providerMetadata, messages: responseMessages };
    },
  ],
  [
    "streamText",
    async (call) => {
      let failure: Error | undefined;
      const result = streamText({
        ...call,
        onError: ({ error }) => void (failure = error as Error),
      });
      await result.consumeStream();
      if (failure) throw failure;
      const [text, providerMetadata, messages] = await Promise.all([
        result.text,
        result.providerMetadata,
        result.responseMessages,
      ]);
      return { text, providerMetadata, messages };
    },
  ],
];

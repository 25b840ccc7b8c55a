import { generateText, type LanguageModel, streamText } from "ai";

type Call = Parameters<typeof generateText>[0];

/** What came of a call. */
export interface Asked {
  text: string;
  providerMetadata: Record<string, unknown> | undefined;
}

/** A call of the SDK that is run to its end. */
export type Ask = (call: Call & { model: LanguageModel }) => Promise<Asked>;

/** The ways to ask a model. */
export const WAYS: readonly [name: string, ask: Ask][] = [
  [
    "generateText",
    async (call) => {
      const { text, providerMetadata } = await generateText(call);
      return { text, providerMetadata };
    },
  ],
  [
    "streamText",
    async (call) => {
      const result = streamText({ ...call, onError: () => {} });
      return { text: await result.text, providerMetadata: await result.providerMetadata };
    },
  ],
];

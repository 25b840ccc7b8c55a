import { startOpenAIServer } from "@palimpsest/openai-server";
import { expect, onTestFinished, test } from "vitest";
import { openServer } from "./__fixtures__/open-server.ts";
import { readAnswer, talk } from "./__fixtures__/talk.ts";
import { chooseModel } from "./choose-model.ts";

test("without a key the scripted model answers", () => {
  expect(chooseModel({}).modelId).toBe("scripted");
  expect(chooseModel({ OPENAI_API_KEY: "" }).modelId).toBe("scripted");
});

test("with a key the provider answers, and is given what is remembered", async () => {
  const asked: string[] = [];
  const provider = await startOpenAIServer({
    chat({ system }) {
      asked.push(system);
      return { text: "In Berlin, as far as I know." };
    },
  });
  onTestFinished(async () => provider.close());
  const chatModel = chooseModel({
    OPENAI_API_KEY: "none",
    OPENAI_BASE_URL: provider.baseUrl,
    CHAT_MODEL: "some-model",
  });
  expect(chatModel.modelId).toBe("some-model");
  const { url, memory } = await openServer({ chatModel });
  await memory.put("User lives in Berlin", { userId: "alice" });
  const stream = await (await talk(url, "alice").say("Where do I live?")).text();
  expect(readAnswer(stream)).toBe("In Berlin, as far as I know.");
  expect(asked).toEqual([expect.stringMatching(/^You are a warm[\s\S]+- User lives in Berlin/)]);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { BenchError } from "../../bench-error.ts";
import { readLocomo } from "./locomo-data.ts";

const TWO_FRIENDS = fileURLToPath(new URL("../__fixtures__/two-friends.json", import.meta.url));

describe("readLocomo", () => {
  it("reads speakers and questions, with the turns that they rest on", async () => {
    const [conversation] = await readLocomo(TWO_FRIENDS);
    expect(conversation).toMatchObject({ id: "conv-1", speakers: ["Ines", "Tom"] });
    expect(conversation?.questions.slice(2)).toEqual([
      {
        id: "conv-1:question_3",
        text: "What is Tom allergic to?",
        category: "single-hop",
        evidence: ["D1:4"],
        answer: "peanuts",
      },
      {
        id: "conv-1:question_4",
        text: "What did Ines and Tom talk about before she moved?",
        category: "multi-hop",
        evidence: ["D1:2", "D1:3"],
        answer: "trams and carpentry",
      },
      {
        id: "conv-1:question_5",
        text: "When did Ines buy a car?",
        category: "adversarial",
        evidence: [],
      },
    ]);
  });

  it("reads what was recorded of each session, and by which turns", async () => {
    const [conversation] = await readLocomo(TWO_FRIENDS);
    expect(conversation?.observations.slice(-2)).toEqual([
      {
        sessionId: "conv-1:session_2",
        speaker: "Ines",
        text: "Ines moved to Porto.",
        evidence: ["D2:1", "D2:2"],
      },
      {
        sessionId: "conv-1:session_2",
        speaker: "Tom",
        text: "Tom has a dog named Biscuit.",
        evidence: ["D2:3"],
      },
    ]);
  });

  it("reads sessions in the order of time, and no dates without a session", async () => {
    const [conversation] = await readLocomo(TWO_FRIENDS);
    const sessions = conversation?.sessions.map(({ id, startedAt, turns }) => [
      id,
      startedAt.toISOString(),
      turns.length,
    ]);
    expect(sessions).toEqual([
      ["conv-1:session_1", "2024-03-03T12:30:00.000Z", 4],
      ["conv-1:session_2", "2024-04-02T18:05:00.000Z", 3],
    ]);
  });

  it("lets a shared photo stand as its caption, behind the text", async () => {
    const [conversation] = await readLocomo(TWO_FRIENDS);
    expect(conversation?.sessions[0]?.turns.map(({ text }) => text)).toEqual([
      "Hey Tom! I live in Lisbon.",
      "Nice! I work as a carpenter.",
      "Look at this! [shares a photo: a photo of a yellow tram]",
      "Lovely. I am allergic to peanuts, by the way.",
    ]);
  });

  it("says what LoCoMo is and how to get it when the file is missing", async () => {
    const reading = readLocomo("/nowhere/locomo.json");
    await expect(reading).rejects.toThrow(BenchError);
    await expect(reading).rejects.toThrow(
      /\/nowhere\/locomo\.json[^]*github\.com\/snap-research\/locomo[^]*CC BY-NC 4\.0[^]*--data/,
    );
  });

  it.each([
    ["no JSON", "not JSON"],
    ["no conversations", JSON.stringify([{ sample_id: "conv-1" }])],
    ["a session without a date", JSON.stringify([withSession({ session_1: [] })])],
    [
      "a date of another form",
      JSON.stringify([withSession({ session_1: [], session_1_date_time: "2023-05-08" })]),
    ],
    [
      "a turn without a text",
      JSON.stringify([
        withSession({
          session_1: [{ speaker: "Ines" }],
          session_1_date_time: "9:00 am on 4 May, 2024",
        }),
      ]),
    ],
  ])("refuses %s", async (_, content) => {
    const file = await writeTemporary(content);
    await expect(readLocomo(file)).rejects.toThrow("is not in LoCoMo's format");
  });
});

function withSession(session: Record<string, unknown>) {
  const conversation = { speaker_a: "Ines", speaker_b: "Tom", ...session };
  return { sample_id: "conv-1", conversation, qa: [] };
}

async function writeTemporary(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "locomo.json");
  await writeFile(file, content);
  return file;
}

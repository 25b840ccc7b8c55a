import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { lexicalEmbedder } from "@palimpsest/core";
import type { Conversation } from "../data/locomo-data.ts";
import { renderHistory } from "../data/render-history.ts";
import { openMemory } from "../open-memory.ts";
import { type Answers, askSubjects } from "../retrieval/ask-subjects.ts";
import { toFigures, toLead } from "../retrieval/to-figures.ts";
import { cutOff } from "./cut-off.ts";
import { fillSubjects } from "./fill-subjects.ts";
import { measureInjection } from "./measure-injection.ts";
import type { RecordedFigures, RecordedSubjectFigures } from "./render-recorded.ts";
import { KnownVectors } from "./subjects/known-vectors.ts";
import { openLanggraph } from "./subjects/langgraph-subject.ts";
import { openMastra } from "./subjects/mastra-subject.ts";
import { openMem0 } from "./subjects/mem0-subject.ts";
import { createPalimpsestSubject } from "./subjects/palimpsest-subject.ts";
import { type Source, toRecorded } from "./to-recorded.ts";

/** Has all subjects store the recorded facts of conversations, each in a place of its own, and answer. */
export async function measureRecorded(
  conversations: readonly Conversation[],
  { source, folder, signal }: { source: Source; folder: string; signal: AbortSignal },
): Promise<RecordedFigures> {
  const recorded = conversations.map((conversation) => ({
    ...toRecorded(conversation, source),
    history: renderHistory(conversation),
  }));
  const vectors = new KnownVectors(lexicalEmbedder());
  await vectors.learn(recorded.flatMap(({ facts }) => facts.map(({ text }) => text)));

  const mem0Folder = join(folder, "mem0");
  await mkdir(mem0Folder);
  await using ours = createPalimpsestSubject("Palimpsest", openMemory(join(folder, "palimpsest")), {
    keepsSource: true,
  });
  await using plain = createPalimpsestSubject(
    "Palimpsest, facts alone",
    openMemory(join(folder, "facts-alone")),
    { keepsSource: false },
  );
  await using mem0 = await openMem0(vectors, mem0Folder);
  await using langgraph = openLanggraph(vectors);
  await using mastra = await openMastra(vectors, join(folder, "mastra.db"));

  const others = [plain, mem0, langgraph, mastra];
  await fillSubjects([ours, ...others], recorded, signal);
  const questions = recorded.flatMap((conversation) => conversation.questions);
  const [first, ...rest] = await askSubjects([ours, ...others], questions, signal);
  const texts = new Map(recorded.flatMap(({ facts }) => facts.map(({ id, text }) => [id, text])));
  const figuresOf = (answered: Answers): RecordedSubjectFigures => ({
    ...toFigures(answered),
    cut: cutOff(answered.answers, (id) => texts.get(id) ?? ""),
  });
  return {
    ours: figuresOf(first),
    others: rest.map(figuresOf),
    leads: rest.map((other) => toLead(first, other)),
    injection: await measureInjection(ours.memory, recorded, signal),
  };
}

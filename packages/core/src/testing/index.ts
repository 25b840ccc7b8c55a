export { inMemoryStore } from "../in-memory/in-memory-store.ts";
export type { WordWeights } from "../search/words/score-by-words.ts";
export { createWeighedMemory } from "./create-weighed-memory.ts";
export { describeMemoryStore, type MemoryStoreHarness } from "./describe-memory-store.ts";
export { evaluate, type EvaluateOptions } from "./evaluate/evaluate.ts";
export type {
  EvaluationCase,
  EvaluationExchange,
  EvaluationQuestion,
  Matcher,
} from "./evaluate/evaluation-case.ts";
export type {
  CaseReport,
  EvaluationMetrics,
  EvaluationReport,
  QuestionReport,
} from "./evaluate/evaluation-report.ts";
export {
  CUT_OFFS,
  meanRanking,
  measureRanking,
  type RankingMeasures,
} from "./evaluate/measure-ranking.ts";
export { renderEvaluation } from "./evaluate/render-evaluation.ts";
export { hashEmbedder } from "./hash-embedder.ts";
export {
  scriptedModel,
  type Script,
  type ScriptedModel,
  type ScriptedReply,
} from "./scripted-model.ts";

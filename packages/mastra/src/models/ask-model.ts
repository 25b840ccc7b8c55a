import type { resolveModelConfig } from "@mastra/core/llm";
import type { ModelRequest } from "@palimpsest/core";
import type { ModelReply, StoppedBy } from "@palimpsest/core/adapter";

/** A model as Mastra resolves it. */
export type ResolvedModel = Awaited<ReturnType<typeof resolveModelConfig>>;

type LegacyModel = Extract<ResolvedModel, { specificationVersion: "v1" }>;
type StreamedModel = Exclude<ResolvedModel, LegacyModel>;

/** What a model answered, and what that cost. */
export interface CountedReply extends ModelReply {
  usage: { inputTokens: number; outputTokens: number };
}

/** Why Mastra's router could not ask anybody. */
export interface MissingModel {
  missing: unknown;
}

/** Asks for one forced call of the request's tool. Rejects with what the provider throws. */
export async function askModel(
  model: ResolvedModel,
  request: ModelRequest,
): Promise<CountedReply | MissingModel> {
  return isLegacy(model) ? askLegacyModel(model, request) : askStreamedModel(model, request);
}

function isLegacy(model: ResolvedModel): model is LegacyModel {
  return model.specificationVersion === "v1";
}

async function askLegacyModel(
  model: LegacyModel,
  { tool, signal, ...request }: ModelRequest,
): Promise<CountedReply> {
  const {
    toolCalls = [],
    text = "",
    finishReason,
    usage,
  } = await model.doGenerate({
    inputFormat: "messages",
    mode: {
      type: "regular",
      tools: [{ type: "function", ...tool }],
      toolChoice: { type: "tool", toolName: tool.name },
    },
    prompt: toPrompt(request),
    ...(signal && { abortSignal: signal }),
  });
  return {
    calls: toolCalls.map(({ toolName, args }) => ({ name: toolName, arguments: args })),
    text,
    stoppedBy: findStop(finishReason),
    usage: { inputTokens: usage.promptTokens || 0, outputTokens: usage.completionTokens || 0 },
  };
}

async function askStreamedModel(
  model: StreamedModel,
  { tool: { name, description, parameters }, signal, ...request }: ModelRequest,
): Promise<CountedReply | MissingModel> {
  const call = {
    prompt: toPrompt(request),
    tools: [{ type: "function" as const, name, description, inputSchema: parameters }],
    toolChoice: { type: "tool" as const, toolName: name },
    ...(signal && { abortSignal: signal }),
  };
  // Whatever the specification, Mastra's wrappers give what was generated as a stream.
  const { stream } = await model.doGenerate(call);
  return readParts(stream);
}

type StreamedAnswer = Awaited<ReturnType<StreamedModel["doGenerate"]>>;
type FinishPart = Extract<Part, { type: "finish" }>;
type Part = StreamedAnswer["stream"] extends ReadableStream<infer PART> ? PART : never;

async function readParts(stream: StreamedAnswer["stream"]): Promise<CountedReply | MissingModel> {
  const parts: Part[] = [];
  for await (const part of stream) parts.push(part);
  // A call that fails rejects. Only the router, which found no key or no provider, says so here.
  const error = parts.find((part) => part.type === "error");
  if (error) return { missing: error.error };
  const finish = parts.find((part) => part.type === "finish");
  return {
    calls: parts
      .filter((part) => part.type === "tool-call")
      .map(({ toolName, input }) => ({ name: toolName, arguments: input })),
    text: parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join(""),
    stoppedBy: finish && findStop(finish.finishReason),
    usage: {
      inputTokens: countTokens(finish?.usage.inputTokens),
      outputTokens: countTokens(finish?.usage.outputTokens),
    },
  };
}

function toPrompt({ system, messages }: Pick<ModelRequest, "system" | "messages">) {
  return [
    { role: "system" as const, content: system },
    ...messages.map(({ role, content }) => ({
      role,
      content: [{ type: "text" as const, text: content }],
    })),
  ];
}

/** Up to version 2 a finish reason is a text; later, and by the router always, it may be an object. */
function findStop(reason: FinishPart["finishReason"]): StoppedBy | undefined {
  const unified = typeof reason === "string" ? reason : reason.unified;
  if (unified === "length") return "token-limit";
  return unified === "content-filter" ? "content-filter" : undefined;
}

/** Version 2 counts them in a number; versions 3 and 4 also by kind. */
function countTokens(tokens: number | { total: number | undefined } | undefined): number {
  return (typeof tokens === "object" ? tokens.total : tokens) ?? 0;
}

import { RECORD_FACTS, readExtractionInput } from "../../add/extract-facts.prompt.ts";
import { DECIDE, readJudgementInput } from "../../add/judge-facts.prompt.ts";
import { ModelOutputError } from "../../errors.ts";
import type { LanguageModel, ModelRequest } from "../../ports/language-model.ts";
import { readSummaryInput, WRITE_SUMMARY } from "../../summary/summarize-session.prompt.ts";

/**
 * A language model made of rules: it extracts, judges and summarizes in English, German and
 * Spanish, without a network or a key. The same request always has the same answer.
 *
 * It answers the three tools of the pipeline and no other.
 */
export function localModel(): LanguageModel {
  return {
    id: "local/rules-1",
    async generate(request) {
      request.signal?.throwIfAborted();
      return { arguments: await answer(request) };
    },
  };
}

// The grammars take a tenth of a second to load: only who asks for them waits.
async function answer(request: ModelRequest): Promise<unknown> {
  switch (request.tool.name) {
    case RECORD_FACTS.name: {
      const { extractFacts } = await import("./extract/extract-facts.ts");
      return { facts: extractFacts(readExtractionInput(request)) };
    }
    case DECIDE.name: {
      const { judgeFacts } = await import("./judge/judge-facts.ts");
      return { decisions: judgeFacts(readJudgementInput(request)) };
    }
    case WRITE_SUMMARY.name: {
      const { summarizeMessages } = await import("./summarize/summarize-messages.ts");
      return { summary: summarizeMessages(readSummaryInput(request)) };
    }
    default:
      throw new ModelOutputError(
        `The local model has no answer for the tool "${request.tool.name}". It knows record_facts, decide and write_summary; for other tools, configure a language model.`,
        { text: "" },
      );
  }
}

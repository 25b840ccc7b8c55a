import type { Exchange } from "../episodes/exchange.ts";
import type { TextMessage } from "../record.ts";
import type { Redactor } from "./create-redactor.ts";

/** An exchange of which everything is redacted that is kept, or shown to a model. Its scope stays. */
export async function redactExchange(redactor: Redactor, exchange: Exchange): Promise<Exchange> {
  const { messages, recalled, metadata, instructions } = exchange;
  const [said, known, labels, heeded] = await Promise.all([
    Promise.all(messages.map((message) => redactMessage(redactor, message))),
    Promise.all(recalled.map((text) => redactor.text(text))),
    redactor.json(metadata),
    instructions === undefined ? undefined : redactor.text(instructions),
  ]);
  return { ...exchange, messages: said, recalled: known, metadata: labels, instructions: heeded };
}

async function redactMessage(redactor: Redactor, message: TextMessage): Promise<TextMessage> {
  const { content, name } = message;
  return {
    ...message,
    content: await redactor.text(content),
    ...(name !== undefined && { name: await redactor.text(name) }),
  };
}

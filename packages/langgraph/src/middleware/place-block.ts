import type { SystemMessage } from "@langchain/core/messages";

/**
 * A system message with the block behind what stands there, whose beginning stays in a provider's cache.
 * The given one stays as it is; an empty block changes nothing.
 */
export function placeBlock(message: SystemMessage, block: string): SystemMessage {
  if (block === "") return message;
  const isText = typeof message.content === "string" && message.content !== "";
  return message.concat(isText ? `\n\n${block}` : block);
}

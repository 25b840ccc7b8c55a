import type { SystemMessage } from "@langchain/core/messages";

/**
 * A system message with the block behind what stands there, whose beginning stays in a provider's cache.
 * The given one stays as it is; an empty block changes nothing.
 */
export function placeBlock(message: SystemMessage, block: string): SystemMessage {
  if (block === "") return message;
  // The text of the instructions may be a block of content: some servers join blocks without a space.
  return message.concat(message.text === "" ? block : `\n\n${block}`);
}

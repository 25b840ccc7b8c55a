export { recallNode, type MessagesState, type RecalledState } from "./recall-node.ts";
export { rememberNode, type RememberNode } from "./remember-node.ts";

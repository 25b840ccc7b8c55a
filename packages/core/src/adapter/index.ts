export { createBackground, type Background, type BackgroundOptions } from "./background.ts";
export { report, type AdapterFailure, type OnAdapterError } from "./failure.ts";
export { recall, type RecallOptions } from "./recall.ts";
export { InvalidInputError, MemoryError } from "../errors.ts";
export { renderMemories, separateRecalled } from "../render-memories.ts";
export { parseScope, scopeKey } from "../scope.ts";
export { renderContext, type RenderedContext } from "../search/render-context.ts";

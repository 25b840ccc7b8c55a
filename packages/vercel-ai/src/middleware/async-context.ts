/** Runs something in the async context in which it was captured. */
export type InContext = (run: () => void) => void;

interface Storage {
  snapshot?(): InContext;
}

/**
 * The async context of now. `after` of next/server and `waitUntil` of @vercel/functions know the request
 * by it, and a turn ends in a read of the stream, which may happen in another context.
 */
export function captureContext(): InContext {
  return findStorage()?.snapshot?.() ?? ((run) => run());
}

// Not imported from node:async_hooks: a bundle for the edge, where it is a global, would not build.
function findStorage(): Storage | undefined {
  const { process, AsyncLocalStorage } = globalThis as {
    process?: { getBuiltinModule?: (id: string) => { AsyncLocalStorage?: Storage } | undefined };
    AsyncLocalStorage?: Storage;
  };
  return process?.getBuiltinModule?.("node:async_hooks")?.AsyncLocalStorage ?? AsyncLocalStorage;
}

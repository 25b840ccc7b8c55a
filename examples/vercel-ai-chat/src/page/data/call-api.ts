import type {
  Failure,
  OnTheWire,
  Setup,
  WireChange,
  WirePanel,
  WireReceipt,
  WireVersion,
} from "../../wire.ts";

/** Which memory, and the scope in which it is seen. */
export interface MemoryAddress {
  userId: string;
  id: string;
  sessionId?: string | undefined;
}

/** What the panel shows of a user, as of a moment or now. */
export async function fetchPanel(
  userId: string,
  { asOf, signal }: { asOf?: string | undefined; signal: AbortSignal },
): Promise<WirePanel> {
  return call("GET", "/api/memories", { query: { userId, asOf }, signal });
}

/** Every version of a memory, oldest first. */
export async function fetchHistory(
  memory: MemoryAddress,
  signal: AbortSignal,
): Promise<WireVersion[]> {
  const { results } = await call<{ results: WireVersion[] }>("GET", "/api/memory/history", {
    query: { ...memory },
    signal,
  });
  return results;
}

/** Gives a memory another text. */
export async function updateMemory(memory: MemoryAddress, text: string): Promise<WireChange> {
  return call("PATCH", "/api/memory", { query: { ...memory }, body: { text } });
}

/** Retracts a memory; its history stays. */
export async function deleteMemory(memory: MemoryAddress): Promise<WireChange> {
  return call("DELETE", "/api/memory", { query: { ...memory } });
}

/** Takes back a decision, or all that a report decided. */
export async function undoDecision(
  userId: string,
  decisionOrReportId: string,
): Promise<{ results: WireChange[] }> {
  return call("POST", "/api/undo", { query: { userId }, body: { id: decisionOrReportId } });
}

/** Erases everything about a user. It cannot be undone. */
export async function forgetUser(userId: string): Promise<WireReceipt> {
  return call("POST", "/api/forget", { query: { userId }, body: {} });
}

/** Ends an answer early. */
export async function stopAnswer(turnId: string): Promise<void> {
  await call("POST", "/api/chat/stop", { body: { turnId } });
}

/** Which models are at work. */
export async function fetchSetup(signal: AbortSignal): Promise<OnTheWire<Setup>> {
  return call("GET", "/api/setup", { signal });
}

interface CallOptions {
  query?: Record<string, string | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

/** A `fetch` that rejects unless the server does what it is asked, with a message for the person to read. */
export async function request(address: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch((error: unknown) => {
    init?.signal?.throwIfAborted();
    throw new Error("The server cannot be reached.", { cause: error });
  });
  if (response.ok) return response;
  throw new Error(await readMessage(response));
}

async function call<RESULT>(
  method: string,
  path: string,
  { query = {}, body, signal }: CallOptions,
): Promise<RESULT> {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const response = await request(`${path}?${new URLSearchParams(given).toString()}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  });
  return (await response.json()) as RESULT;
}

async function readMessage(response: Response): Promise<string> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!isJson) return `The server answered with status ${response.status}.`;
  return ((await response.json()) as Failure).error.message;
}

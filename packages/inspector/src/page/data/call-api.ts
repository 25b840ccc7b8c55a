import type { Change } from "@palimpsest/core";
import type { Failure, Ids, WireReceipt } from "../../wire.ts";
import { takeToken } from "./token.ts";

const token = takeToken();

/** What is asked for: absent values are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Looks something up; rejects with an error whose message is for the person to read. */
export async function lookUp<RESULT>(
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<RESULT> {
  return call(`${path}?${toSearch(query)}`, { signal });
}

/** Erases everything under the ids. It cannot be undone. */
export async function forget(ids: Ids, confirmation: string): Promise<WireReceipt> {
  return change("forget", { ...ids, confirmation });
}

/** What a person may do with a memory in quarantine. */
export type Settling = "release" | "drop";

/** Lets a memory in that is in quarantine, or drops it. */
export async function settle(
  settling: Settling,
  { id, userId, agentId, sessionId }: Ids & { id: string },
): Promise<Change> {
  return change(settling, { id, userId, agentId, sessionId });
}

/** A query as an address carries it. */
export function toSearch(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
}

async function change<RESULT>(path: string, what: object): Promise<RESULT> {
  return call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(what),
  });
}

async function call<RESULT>(path: string, request: RequestInit): Promise<RESULT> {
  const headers = new Headers(request.headers);
  headers.set("x-palimpsest-token", token);
  const response = await fetch(`/api/${path}`, { ...request, headers }).catch((error: unknown) => {
    request.signal?.throwIfAborted();
    throw new Error("The inspector does not answer. Is it still running?", { cause: error });
  });
  if (response.ok) return (await response.json()) as RESULT;
  throw new Error(await readMessage(response));
}

async function readMessage(response: Response): Promise<string> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!isJson) return `The inspector answered with status ${response.status}.`;
  return ((await response.json()) as Failure).error.message;
}

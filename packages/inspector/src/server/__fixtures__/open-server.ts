import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createMemory,
  lexicalEmbedder,
  localModel,
  type Memory,
  type MemoryOptions,
} from "@palimpsest/core";
import { onTestFinished } from "vitest";
import { startInspector } from "../start-inspector.ts";

/** A folder with what `fill` put into it; gone after the test. */
export async function fillFolder(
  fill: (memory: Memory) => Promise<unknown>,
  options: MemoryOptions = {},
): Promise<string> {
  const uri = await newFolder();
  await using memory = createMemory({
    uri,
    model: localModel(),
    embedder: lexicalEmbedder(),
    durability: "os",
    ...options,
  });
  await fill(memory);
  return uri;
}

/** An empty folder; gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-inspector-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What the server answered. */
export interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
  json: () => unknown;
}

/** Asks for a path, as a client may that is no browser: with whatever headers. */
type Ask = (
  path: string,
  options?: { method?: string; headers?: Record<string, string>; body?: unknown },
) => Promise<Reply>;

/** An inspector, and how it is asked with its token; closed after the test, if not before. */
export async function openServer(uri: string, options: { isWritable?: boolean } = {}) {
  const inspector = await startInspector({ uri, ...options });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await inspector.close();
    isOpen = false;
  };
  onTestFinished(close);
  const { origin, hash } = new URL(inspector.url);
  const token = hash.replace("#token=", "");
  const ask: Ask = async (path, { method = "GET", headers = {}, body } = {}) =>
    send(`${origin}${path}`, {
      method,
      headers: {
        "x-palimpsest-token": token,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body,
    });
  return { origin, token, ask, close };
}

async function send(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: unknown },
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const outgoing = request(url, { method, headers }, (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const { statusCode = 0 } = incoming;
      resolve({
        status: statusCode,
        headers: incoming.headers,
        text,
        json: () => JSON.parse(text),
      });
    });
  });
  outgoing.on("error", reject);
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  return promise;
}

/** A digest of every file of a folder, by its path. */
export async function digestFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const digests = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [
      path,
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ];
  });
  return new Map((await Promise.all(digests)).toSorted(([a], [b]) => a.localeCompare(b)));
}

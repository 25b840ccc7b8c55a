import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A bucket in the memory of this process, that speaks as much of S3 as LanceDB does. */
export interface S3Server {
  readonly endpoint: string;
  /** By bucket and key. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** What was asked, like `PUT /bucket/key`, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/**
 * Starts a server that honours `If-None-Match: *`, as S3 does, and believes every signature. With a
 * `status` it answers nothing but that.
 */
export async function startS3Server(options: { status?: number } = {}): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  // LanceDB goes by them when it removes what nobody needs any more.
  const writtenAt = new Map<string, Date>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: string[] = [];

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    objects,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", endpoint);
    const key = decodeURIComponent(url.pathname.slice(1));
    requests.push(`${request.method} /${key}`);
    const body = await readBody(request);
    const { status, headers = {}, body: said = "" } = reply(request, url.searchParams, key, body);
    response.writeHead(status, { "content-length": String(Buffer.byteLength(said)), ...headers });
    response.end(request.method === "HEAD" ? undefined : said);
  }

  function reply(
    { method, headers }: IncomingMessage,
    query: URLSearchParams,
    key: string,
    body: Buffer,
  ): Reply {
    if (options.status !== undefined) return failure(options.status, "Refused");
    const upload = uploads.get(query.get("uploadId") ?? "");
    switch (method ?? "") {
      case "GET":
        if (query.has("list-type")) return list(key, query);
        return read(key, headers.range);
      case "HEAD":
        return read(key, undefined);
      case "PUT":
        if (upload) {
          upload.set(Number(query.get("partNumber")), body);
          return { status: 200, headers: { etag: etag(body) } };
        }
        return write(key, body, headers["if-none-match"] === "*");
      case "POST":
        if (query.has("delete")) return removeMany(key, body.toString());
        if (query.has("uploads")) return begin(key);
        if (upload) {
          const parts = [...upload].toSorted(([a], [b]) => a - b).map(([, part]) => part);
          const done = write(key, Buffer.concat(parts), headers["if-none-match"] === "*");
          return done.status === 200
            ? xml(`<CompleteMultipartUploadResult><ETag>"1"</ETag></CompleteMultipartUploadResult>`)
            : done;
        }
        return failure(404, "NoSuchUpload");
      case "DELETE":
        if (!uploads.delete(query.get("uploadId") ?? "")) objects.delete(key);
        return { status: 204 };
      default:
        return failure(405, "MethodNotAllowed");
    }
  }

  function write(key: string, body: Buffer, onlyIfAbsent: boolean): Reply {
    if (onlyIfAbsent && objects.has(key)) return failure(412, "PreconditionFailed");
    objects.set(key, body);
    writtenAt.set(key, new Date());
    return { status: 200, headers: { etag: etag(body) } };
  }

  function read(key: string, range: string | undefined): Reply {
    const whole = objects.get(key);
    if (!whole) return failure(404, "NoSuchKey");
    const headers = { etag: etag(whole), "last-modified": dateOf(key).toUTCString() };
    if (range === undefined) return { status: 200, headers, body: whole };
    const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    const start = from === "" ? Math.max(0, whole.length - Number(to)) : Number(from);
    const end = from === "" || to === "" ? whole.length : Math.min(whole.length, Number(to) + 1);
    if (start >= whole.length) return failure(416, "InvalidRange");
    const contentRange = `bytes ${start}-${end - 1}/${whole.length}`;
    return {
      status: 206,
      headers: { ...headers, "content-range": contentRange },
      body: whole.subarray(start, end),
    };
  }

  function list(bucket: string, query: URLSearchParams): Reply {
    const prefix = query.get("prefix") ?? "";
    const delimiter = query.get("delimiter") ?? "";
    const after = query.get("start-after") ?? "";
    const root = `${bucket.replace(/\/$/, "")}/`;
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(root + prefix))
      .map((key) => key.slice(root.length))
      .filter((key) => key > after)
      .toSorted();
    const folderOf = (key: string) => {
      const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
      return end === -1 ? undefined : key.slice(0, end + 1);
    };
    const folders = new Set(keys.flatMap((key) => folderOf(key) ?? []));
    const contents = keys
      .filter((key) => folderOf(key) === undefined)
      .map((key) => {
        const body = objects.get(root + key) ?? Buffer.alloc(0);
        return `<Contents><Key>${escape(key)}</Key><LastModified>${dateOf(root + key).toISOString()}</LastModified><ETag>${escape(etag(body))}</ETag><Size>${body.length}</Size></Contents>`;
      });
    const prefixes = [...folders].map(
      (folder) => `<CommonPrefixes><Prefix>${escape(folder)}</Prefix></CommonPrefixes>`,
    );
    return xml(
      `<ListBucketResult><Name>${root.slice(0, -1)}</Name><KeyCount>${contents.length + prefixes.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join("")}${prefixes.join("")}</ListBucketResult>`,
    );
  }

  function dateOf(key: string): Date {
    return writtenAt.get(key) ?? new Date();
  }

  function begin(key: string): Reply {
    const id = String(uploads.size + 1);
    uploads.set(id, new Map());
    return xml(
      `<InitiateMultipartUploadResult><Key>${escape(key)}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }

  function removeMany(bucket: string, request: string): Reply {
    const keys = [...request.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key = ""]) => unescape(key));
    for (const key of keys) objects.delete(`${bucket.replace(/\/$/, "")}/${key}`);
    const deleted = keys.map((key) => `<Deleted><Key>${escape(key)}</Key></Deleted>`);
    return xml(`<DeleteResult>${deleted.join("")}</DeleteResult>`);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function etag(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}

function xml(body: string): Reply {
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

function failure(status: number, code: string): Reply {
  return { ...xml(`<Error><Code>${code}</Code></Error>`), status };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

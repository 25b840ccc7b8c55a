import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { StoreError } from "../errors.ts";
import { SPACE } from "../testing/memory-store/rows.ts";
import { lanceDBStore } from "./lancedb-store.ts";

// As far as it goes without an account: which server is asked, with which key, and what a refusal becomes.
it("a db:// uri asks LanceDB's service, with the key and host of storageOptions", async () => {
  const asked: { url: string | undefined; key: unknown; database: unknown }[] = [];
  const server = createServer(({ url, headers }, response) => {
    asked.push({ url, key: headers["x-api-key"], database: headers["x-lancedb-database"] });
    response.writeHead(401, { "content-type": "text/plain" });
    response.end("this key is unknown");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const hostOverride = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = lanceDBStore({
    uri: "db://memories",
    storageOptions: { apiKey: "secret", region: "eu-west-1", hostOverride },
  });
  const failure = await open(SPACE).catch((error: unknown) => error);
  server.close();
  expect(failure).toBeInstanceOf(StoreError);
  expect((failure as StoreError).message).toContain("this key is unknown");
  expect(asked[0]).toMatchObject({ key: "secret" });
});

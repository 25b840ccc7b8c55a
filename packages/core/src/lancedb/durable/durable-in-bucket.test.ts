import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startS3Server, type S3Server } from "../__fixtures__/s3-server.ts";
import { note, openNotes } from "./__fixtures__/notes.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
});

function open(uri: string) {
  return openNotes(uri, {
    dimensions: 2,
    storageOptions: {
      awsEndpoint: server.endpoint,
      awsRegion: "us-east-1",
      awsAccessKeyId: "test",
      awsSecretAccessKey: "test",
      allowHttp: "true",
    },
  });
}

describe("a table of an adapter's own in a bucket", () => {
  it("is created by setup and by nobody else, and then shared", async () => {
    const uri = "s3://bucket/notes";
    const [one, other] = [open(uri), open(uri)];
    await expect(one.count()).rejects.toThrow("Call setup() once");
    await one.setup();
    await Promise.all([
      one.upsert([note("a", { vector: [1, 0] }), note("b")]),
      other.upsert([note("b", { stars: 1, vector: [0, 1] })]),
    ]);
    await other.remove({ column: "key", equals: "b" });
    await one.append([note("c", { payload: new Uint8Array(100_000).fill(7) })]);
    const [found, gone] = await other.find({
      where: { column: "path", startsWith: "c" },
      columns: ["payload"],
    });
    expect([found?.payload, gone]).toEqual([new Uint8Array(100_000).fill(7), undefined]);
    expect(await other.findNearest([1, 0], { limit: 5, columns: ["key"] })).toEqual([
      { row: { key: "a" }, cosine: 1 },
    ]);
    expect((await one.maintain()).after.fragments).toBe(1);
    await Promise.all([one.close(), other.close()]);
  });
});

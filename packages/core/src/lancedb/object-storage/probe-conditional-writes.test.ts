import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import { startS3Server, type S3Server } from "../__fixtures__/s3-server.ts";
import { probeConditionalWrites } from "./probe-conditional-writes.ts";

const KEYS = { awsAccessKeyId: "key", awsSecretAccessKey: "secret" };

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
});

async function failureOf(storageOptions: Record<string, string>): Promise<string> {
  const failure = await probeConditionalWrites("s3://bucket/store", storageOptions).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(StoreError);
  return (failure as StoreError).message;
}

describe("probeConditionalWrites", () => {
  it("writes one empty object twice, and removes it", async () => {
    const before = server.requests.length;
    await probeConditionalWrites("s3://bucket/store", { ...KEYS, awsEndpoint: server.endpoint });
    const requests = server.requests.slice(before);
    expect(requests.map((request) => request.split("_probe/")[0])).toEqual([
      "PUT /bucket/store/",
      "PUT /bucket/store/",
      "DELETE /bucket/store/",
    ]);
    expect(server.objects.size).toBe(0);
  });

  it("asks for keys where it cannot ask the server without", async () => {
    expect(await failureOf({ awsEndpoint: server.endpoint, awsAccessKeyId: "key" })).toContain(
      "awsSecretAccessKey",
    );
  });

  it("names the server that does not answer", async () => {
    const awsEndpoint = "http://127.0.0.1:9";
    expect(await failureOf({ ...KEYS, awsEndpoint })).toContain(`${awsEndpoint} cannot be reached`);
  });

  it("says what a refusal may mean", async () => {
    const closed = await startS3Server({ status: 403 });
    expect(await failureOf({ ...KEYS, awsEndpoint: closed.endpoint })).toContain("check the keys");
    await closed.close();
  });

  it.each(["gs://bucket", "az://container", "s3://bucket"])(
    "trusts %s, whose keys only LanceDB has",
    async (uri) => {
      await expect(probeConditionalWrites(uri, {})).resolves.toBeUndefined();
    },
  );
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { readS3Location, toObjectUrl } from "./read-s3-location.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const KEYS = { accessKeyId: "key", secretAccessKey: "secret" };

describe("readS3Location", () => {
  it.each([
    [{ awsAccessKeyId: "key", awsSecretAccessKey: "secret" }],
    [{ aws_access_key_id: "key", aws_secret_access_key: "secret" }],
    [{ accessKeyId: "key", secret_access_key: "secret" }],
  ])("reads the spellings that LanceDB reads: %o", (options) => {
    expect(readS3Location("s3://bucket/a/b/", options)).toMatchObject({
      bucket: "bucket",
      prefix: "a/b",
      region: "us-east-1",
      credentials: KEYS,
    });
  });

  it("reads AWS's variables of the environment, and options before them", () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "key");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    vi.stubEnv("AWS_SESSION_TOKEN", "session");
    vi.stubEnv("AWS_REGION", "eu-west-1");
    vi.stubEnv("ENDPOINT", "http://elsewhere");
    const location = readS3Location("s3://bucket", { awsRegion: "eu-central-1" });
    expect(location).toMatchObject({ region: "eu-central-1", prefix: "", endpoint: undefined });
    expect(location.credentials).toEqual({ ...KEYS, sessionToken: "session" });
  });

  it("knows no credentials where one half is missing", () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "");
    expect(readS3Location("s3://bucket", { awsAccessKeyId: "key" }).credentials).toBeUndefined();
  });
});

describe("toObjectUrl", () => {
  it.each([
    [{}, "https://bucket.s3.us-east-1.amazonaws.com/a%20b/c/name"],
    [{ awsEndpoint: "http://host:9000/" }, "http://host:9000/bucket/a%20b/c/name"],
    [
      { awsEndpoint: "http://bucket.host", virtualHostedStyleRequest: "true" },
      "http://bucket.host/a%20b/c/name",
    ],
  ])("names an object under %o", (options, url) => {
    vi.stubEnv("AWS_REGION", "us-east-1");
    expect(toObjectUrl(readS3Location("s3://bucket/a b/c", options), "name")).toBe(url);
  });
});

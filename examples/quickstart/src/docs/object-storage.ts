import { createMemory } from "@palimpsest/core";

const place = {
  uri: "s3://my-bucket/memory",
  storageOptions: {
    awsRegion: "eu-central-1",
    awsAccessKeyId: process.env["AWS_ACCESS_KEY_ID"] ?? "",
    awsSecretAccessKey: process.env["AWS_SECRET_ACCESS_KEY"] ?? "",
  },
};

/** Once, from a deploy script: nobody else creates tables. */
export async function deploy(): Promise<void> {
  await using memory = createMemory(place);
  await memory.setup();
}

/** In every process that answers. */
export const memory = createMemory({ ...place, maintenance: "manual" });

/** In one worker, every few minutes. */
export async function tidy(): Promise<void> {
  await using worker = createMemory({ ...place, maintenance: "manual" });
  await worker.maintain();
}

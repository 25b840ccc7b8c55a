import { expect, test } from "vitest";
import { ModelCallError } from "../errors.ts";
import { callWithRetries } from "./call-with-retries.ts";
import { createCircuits } from "./circuits.ts";

const down = new ModelCallError("it is down", { retryable: true, retryAfterMs: 0 });

function open() {
  const circuits = createCircuits(() => {});
  const engine = { settings: { retries: 1, modelTimeoutMs: 30_000 }, circuits, emit() {} };
  return (
    id: string,
    attemptCall: () => Promise<string>,
    {
      signal,
      permitCall = async () => {},
    }: { signal?: AbortSignal; permitCall?: () => Promise<void> } = {},
  ) => {
    const service = { service: "model", id } as const;
    return callWithRetries(engine, {
      service,
      signal,
      permitCall,
      attemptCall,
      toError: () => down,
    });
  };
}

test("a call that is aborted while it waits for permission is not made", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const asked = open()("hangs", () => Promise.withResolvers<string>().promise, {
    signal: controller.signal,
    permitCall: async () => controller.abort(reason),
  });
  await expect(asked).rejects.toBe(reason);
});

test("a service is called again while another one is left alone", async () => {
  const call = open();
  for (let round = 0; round < 3; round++) {
    await expect(call("down", () => Promise.reject(down))).rejects.toBe(down);
  }
  const replies = [Promise.resolve("yes"), Promise.reject(down)];
  expect(await call("flaky", async () => replies.pop() ?? "")).toBe("yes");
});

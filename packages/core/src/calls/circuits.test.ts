import { describe, expect, it } from "vitest";
import { EmbeddingError, InvalidInputError, ModelCallError, ModelOutputError } from "../errors.ts";
import type { MemoryEvent } from "../events.ts";
import { createCircuits, type Admission } from "./circuits.ts";

const MODEL = { service: "model", id: "m" } as const;
const down = new ModelCallError("it is down", { retryable: true, status: 503 });

function open() {
  let time = 0;
  const events: MemoryEvent[] = [];
  const circuits = createCircuits(
    (event) => events.push(event),
    () => time,
  );
  const admit = () => circuits.admit(MODEL);
  const fail = (times: number, error = down) => {
    for (let call = 0; call < times; call++) admitted(admit()).failed(error);
  };
  return { circuits, events, admit, fail, pass: (ms: number) => (time += ms) };
}

function admitted(admission: Admission) {
  if (admission.type === "refused") throw new Error("refused");
  return admission;
}

describe("a circuit", () => {
  it("opens after five failures in a row, and says how long it stays so", () => {
    const { circuits, events, admit, fail } = open();
    fail(4);
    admitted(admit()).succeeded();
    fail(3);
    expect(admitted(admit()).failed(down)).toBe(false);
    expect(circuits.isOpen("model")).toBe(false);
    expect(admitted(admit()).failed(down)).toBe(true);
    expect(admit()).toEqual({ type: "refused", retryInMs: 10_000, failures: 5, error: down });
    expect([circuits.isOpen("model"), circuits.isOpen("embedder")]).toEqual([true, false]);
    expect(circuits.describe()).toEqual([
      { ...MODEL, state: "open", failures: 5, retryInMs: 10_000, error: "it is down" },
    ]);
    expect(events).toEqual([
      { type: "circuit-opened", ...MODEL, failures: 5, coolingMs: 10_000, error: down },
    ]);
  });

  it("lets one trial through after that, waits twice as long when it fails, and five minutes at most", () => {
    const { events, admit, fail, pass } = open();
    fail(5);
    for (let trial = 0; trial < 6; trial++) {
      pass(300_000);
      const first = admitted(admit());
      expect(admit().type).toBe("refused");
      first.failed(down);
      expect(admit().type).toBe("refused");
    }
    expect(events.map((event) => "coolingMs" in event && event.coolingMs)).toEqual([
      10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000,
    ]);
  });

  it("closes when the trial is answered", () => {
    const { circuits, events, admit, fail, pass } = open();
    fail(5);
    pass(10_000);
    admitted(admit()).succeeded();
    expect(events.at(-1)).toEqual({ type: "circuit-closed", ...MODEL });
    expect(circuits.describe()).toEqual([]);
    fail(4);
    expect(admit().type).toBe("admitted");
  });

  it("lets another trial through when one was dropped", () => {
    const { admit, fail, pass } = open();
    fail(5);
    pass(10_000);
    admitted(admit()).dropped();
    expect(admit().type).toBe("admitted");
  });

  it("lets a trial through at once when it is told to", () => {
    const { circuits, admit, fail } = open();
    fail(5);
    circuits.tryNow();
    expect(circuits.isOpen("model")).toBe(false);
    expect([admit().type, admit().type]).toEqual(["admitted", "refused"]);
  });

  it("stays open as long as the server asked for", () => {
    const { admit, fail } = open();
    fail(
      5,
      new ModelCallError("slow down", { retryable: true, status: 429, retryAfterMs: 60_000 }),
    );
    expect(admit()).toMatchObject({ type: "refused", retryInMs: 60_000 });
  });

  it.each([
    ["an answer that cannot be used", new ModelOutputError("prose", { text: "" })],
    ["a request that is refused", new ModelCallError("no", { retryable: false, status: 400 })],
    ["a vector of no use", new EmbeddingError("NaN", { retryable: true, answered: true })],
    ["a call that has to be fixed", new InvalidInputError("no", { parameter: "model" })],
  ])("stays closed by %s", (_, error) => {
    const { circuits, fail } = open();
    fail(4);
    for (let call = 0; call < 8; call++) admitted(circuits.admit(MODEL)).failed(error);
    expect(circuits.isOpen("model")).toBe(false);
  });
});

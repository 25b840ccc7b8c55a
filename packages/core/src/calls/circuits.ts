import type { MemoryError } from "../errors.ts";
import type { MemoryEvent } from "../events.ts";
import { faultOf } from "./fault-of.ts";

/** What is asked for something, and may be down. */
export interface Service {
  readonly service: "model" | "embedder" | "reranker";
  readonly id: string;
}

/** Whether a service is asked at all. `open`: not now, it failed too often. */
export interface CircuitState extends Service {
  state: "closed" | "open";
  /** How often it failed in a row. */
  failures: number;
  /** How long it is still left alone; 0 when the next call is the trial. Absent while closed. */
  retryInMs?: number;
  /** Why it failed last. */
  error?: string;
}

/** A circuit breaker for each model, embedder and reranker that was asked. */
export interface Circuits {
  /** Asks whether a call may be made now; what came of it has to be told. */
  admit(service: Service): Admission;
  /** Whether one of these kinds is left alone now. */
  isOpen(...kinds: Service["service"][]): boolean;
  /** Lets the next call of each service through as its trial. */
  tryNow(): void;
  /** Those that failed since they last answered. */
  describe(): CircuitState[];
}

/** A call that may be made, or how long to wait before one may. */
export type Admission =
  | { type: "refused"; retryInMs: number; failures: number; error: MemoryError }
  | {
      type: "admitted";
      succeeded(): void;
      /** Whether the service is left alone from now on. */
      failed(error: MemoryError): boolean;
      dropped(): void;
    };

/** So many failures in a row open a circuit. An add with its two retries makes three. */
const MOST_FAILURES = 5;
const FIRST_COOLING_MS = 10_000;
const LONGEST_COOLING_MS = 300_000;

interface Circuit {
  readonly service: Service;
  failures: number;
  error?: MemoryError | undefined;
  open?: { until: number; coolingMs: number; isOnTrial: boolean } | undefined;
}

/**
 * Breakers that are all closed. One opens when its service could not be asked five times in a row:
 * down, too slow, out of quota. Answers that cannot be used and requests that are refused count for
 * its being there. Open, it refuses calls for 10 s, or as long as the server asked for; then one is
 * let through. If that fails, it waits twice as long, at most 5 minutes.
 *
 * `now` is in milliseconds and never goes back.
 */
export function createCircuits(
  emit: (event: MemoryEvent) => void,
  now: () => number = () => performance.now(),
): Circuits {
  const circuits = new Map<string, Circuit>();

  function circuitOf(service: Service): Circuit {
    const key = `${service.service}:${service.id}`;
    const circuit = circuits.get(key) ?? { service, failures: 0 };
    circuits.set(key, circuit);
    return circuit;
  }

  function close(circuit: Circuit): void {
    const wasOpen = circuit.open !== undefined;
    Object.assign(circuit, { failures: 0, error: undefined, open: undefined });
    if (wasOpen) emit({ type: "circuit-closed", ...circuit.service });
  }

  function fail(circuit: Circuit, error: MemoryError, isTrial: boolean): void {
    if (faultOf(error) !== "outage") return close(circuit);
    circuit.failures++;
    circuit.error = error;
    // What had begun before the circuit opened says nothing new about it.
    if (circuit.open ? !isTrial : circuit.failures < MOST_FAILURES) return;
    const doubled = circuit.open ? circuit.open.coolingMs * 2 : FIRST_COOLING_MS;
    const coolingMs = Math.min(Math.max(doubled, askedWait(error)), LONGEST_COOLING_MS);
    circuit.open = { until: now() + coolingMs, coolingMs, isOnTrial: false };
    const { service, failures } = circuit;
    emit({ type: "circuit-opened", ...service, failures, coolingMs, error });
  }

  return {
    admit(service) {
      const circuit = circuitOf(service);
      const { open, error, failures } = circuit;
      const retryInMs = open ? Math.max(0, Math.ceil(open.until - now())) : 0;
      if (open && error && (open.isOnTrial || retryInMs > 0)) {
        return { type: "refused", retryInMs, failures, error };
      }
      if (open) open.isOnTrial = true;
      return {
        type: "admitted",
        succeeded: () => close(circuit),
        failed(failure) {
          fail(circuit, failure, open !== undefined);
          return circuit.open !== undefined;
        },
        dropped() {
          if (open) open.isOnTrial = false;
        },
      };
    },
    isOpen(...kinds) {
      return [...circuits.values()].some(
        ({ service, open }) =>
          kinds.includes(service.service) && open && (open.isOnTrial || open.until > now()),
      );
    },
    tryNow() {
      for (const { open } of circuits.values()) if (open) open.until = now();
    },
    describe() {
      const troubled = [...circuits.values()].filter(({ failures }) => failures > 0);
      return troubled.map(({ service, failures, error, open }) => ({
        ...service,
        state: open ? "open" : "closed",
        failures,
        ...(open && { retryInMs: Math.max(0, Math.ceil(open.until - now())) }),
        ...(error && { error: error.message }),
      }));
    },
  };
}

/** How long the server asked to be left alone. */
function askedWait(error: MemoryError): number {
  return "retryAfterMs" in error ? Number(error.retryAfterMs ?? 0) : 0;
}

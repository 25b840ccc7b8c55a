import { expect, test } from "vitest";
import type { PastVersion } from "../../wire.ts";
import { holdAt, momentsOf } from "./hold-at.ts";

const day = (number: number) => new Date(Date.UTC(2026, 2, number)).toISOString();

/** Berlin from the 1st, and since the 10th Amsterdam, of which the store learned on the 20th. */
const berlin: PastVersion = {
  id: "berlin",
  memory: "User lives in Berlin",
  kind: "fact",
  lineage: "home",
  slot: 1,
  status: "superseded",
  validFrom: day(1),
  validTo: day(10),
  recordedAt: day(2),
  supersededAt: day(20),
};
const { validTo: _end, supersededAt: _known, ...begun } = berlin;
const amsterdam: PastVersion = {
  ...begun,
  id: "amsterdam",
  slot: 2,
  status: "current",
  validFrom: day(10),
  recordedAt: day(20),
};
const versions = [amsterdam, berlin];

const at = (asOf?: number, knownAt?: number) =>
  holdAt(versions, {
    ...(asOf !== undefined && { asOf: day(asOf) }),
    ...(knownAt !== undefined && { knownAt: day(knownAt) }),
  }).map(({ id }) => id);

test("now what is current holds", () => {
  expect(at()).toEqual(["amsterdam"]);
});

test("as of a moment what was true then, by present knowledge", () => {
  expect(at(1)).toEqual(["berlin"]);
  expect(at(9)).toEqual(["berlin"]);
  expect(at(10)).toEqual(["amsterdam"]);
});

test("by what was known at a moment what was held then", () => {
  expect(at(undefined, 1)).toEqual([]);
  expect(at(undefined, 15)).toEqual(["berlin"]);
  expect(at(undefined, 20)).toEqual(["amsterdam"]);
});

test("with both what was then held true of that moment", () => {
  expect(at(15, 15)).toEqual(["berlin"]);
  expect(at(15, 25)).toEqual(["amsterdam"]);
});

test("what was retracted or set aside never holds, what expired not any more", () => {
  const retracted = { ...amsterdam, status: "retracted" };
  expect(holdAt([retracted], { asOf: day(15) })).toEqual([]);
  expect(holdAt([{ ...amsterdam, status: "quarantined" }], { asOf: day(15) })).toEqual([]);
  const expiring = { ...amsterdam, expiresAt: day(12) };
  expect(holdAt([expiring], {}, day(13))).toEqual([]);
  expect(holdAt([expiring], { asOf: day(11) })).toEqual([expiring]);
});

test("the moments are those at which something changed, once each, oldest first", () => {
  expect(momentsOf(versions, ["validFrom", "validTo"])).toEqual([day(1), day(10)]);
  expect(momentsOf(versions, ["recordedAt", "supersededAt"])).toEqual([day(2), day(20)]);
});

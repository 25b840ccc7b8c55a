import { describe, expect, it } from "vitest";
import { createLessons } from "./lessons.ts";

describe("lessons", () => {
  it("are stopped with their thread, those that are under way and those that began before", () => {
    const lessons = createLessons();
    const before = lessons.mark();
    const one = lessons.open("t1", before);
    const two = lessons.open("t1", before);
    const other = lessons.open("t2", before);
    two.close();
    lessons.stop("t1");
    expect([one, two, other].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
    expect(lessons.open("t1", before).signal.aborted).toBe(true);
    expect(lessons.open("t1", lessons.mark()).signal.aborted).toBe(false);
    expect(lessons.open("t2", before).signal.aborted).toBe(false);
  });

  it("remember the last ten thousand deletions", () => {
    const lessons = createLessons();
    const before = lessons.mark();
    for (let index = 0; index <= 10_000; index++) lessons.stop(`t${index}`);
    expect(lessons.open("t0", before).signal.aborted).toBe(false);
    expect(lessons.open("t1", before).signal.aborted).toBe(true);
    expect(lessons.open("t10000", before).signal.aborted).toBe(true);
  });
});

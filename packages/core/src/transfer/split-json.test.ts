import { expect, test } from "vitest";
import { splitJson, type TextSource } from "./split-json.ts";

const LINES = ['{"a":"ö\\"}{"}', '"text"', '{"b":[1,{"c":"]"}]}', "12", "null"];
const NUMBERED = LINES.map((text, index) => ({ text, line: index + 1 }));

test("values are told apart wherever the chunks are cut", async () => {
  for (const end of ["\n", "\r\n", "\n\n"]) {
    const bytes = Buffer.from(`\uFEFF${LINES.join(end)}`);
    for (let size = 1; size < 9; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect((await split(chunks)).map(({ text }) => text)).toEqual(LINES);
    }
  }
});

test("values have the lines that they stand on, whether lines come with their ends or without", async () => {
  expect(await split(LINES.join("\n"))).toEqual(NUMBERED);
  expect(await split(LINES.map((line) => `${line}\n`))).toEqual(NUMBERED);
  expect(await split(LINES.slice(0, 3))).toEqual(NUMBERED.slice(0, 3));
  expect(await split(Buffer.from(LINES.join("\r\n")))).toEqual(NUMBERED);
});

test("the items of one array, or of results, are values too", async () => {
  const items = ['{\n "a": 1\n}', '"b"', "[]", "3"];
  const expected = items.map((text, index) => ({ text, line: [2, 4, 4, 4][index] }));
  const array = `[\n${items.join(" , ")}\n]\n`;
  expect(await split(array)).toEqual(expected);
  expect(await split(`{"results":${array}}`)).toEqual(expected);
  const wrapper = `{\n  "results" : ${array}, "relations": [{"x": "}"}]\n}\n`;
  expect((await split(wrapper)).map(({ text }) => text)).toEqual(items);
  const chars = wrapper.split("");
  expect((await split(chars)).map(({ text }) => text)).toEqual(items);
  expect(await split("[]")).toEqual([]);
  expect(await split('{"results":[]}')).toEqual([]);
  expect(await split("")).toEqual([]);
});

test("what follows an array is read on", async () => {
  expect(await split('["a"]\n{"b":1}\n{"results":["c"]}\n"d"')).toEqual([
    { text: '"a"', line: 1 },
    { text: '{"b":1}', line: 2 },
    { text: '"c"', line: 3 },
    { text: '"d"', line: 4 },
  ]);
});

test("what has no end is refused, with the line that it begins on", async () => {
  await expect(split('"a"\n{"b":\n1}\n')).rejects.toThrow("Line 2 of the import is not a whole");
  await expect(split('"a"\n"b\n"')).rejects.toThrow("Line 2");
  await expect(split('"a"\n{"b":1')).rejects.toThrow("Line 2 of the import ends within");
  await expect(split('["a",\n"b"')).rejects.toThrow("Line 2");
  await expect(split('{"results":["a"')).rejects.toThrow("ends within");
  await expect(split('{"results":["a"]')).rejects.toThrow("ends within");
});

test("what is too long, too deep or no UTF-8 is refused before it is held", async () => {
  let given = 0;
  async function* flood() {
    yield '"a"\n"';
    for (; given < 1_000; given++) yield "x".repeat(1_000_000);
  }
  await expect(split(flood())).rejects.toThrow("Line 2 of the import has more than");
  expect(given).toBeLessThan(20);
  await expect(split("[".repeat(1_000_000))).rejects.toThrow("levels deep");
  await expect(split('{"a":'.repeat(1_000_000))).rejects.toThrow("levels deep");
  await expect(split([Buffer.from('"a"\n'), Buffer.from([0xff, 0xfe])])).rejects.toThrow("UTF-8");
  await expect(split([Buffer.from([0x22, 0xc3])])).rejects.toThrow("UTF-8");
  await expect(split([7] as unknown as string[])).rejects.toThrow("neither");
});

async function split(source: TextSource) {
  const values: { text: string; line: number }[] = [];
  for await (const value of splitJson(source)) values.push(value);
  return values;
}

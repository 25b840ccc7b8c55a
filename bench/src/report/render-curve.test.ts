import { expect, it } from "vitest";
import { renderCurve } from "./render-curve.ts";

const curve = renderCurve({
  title: "Time & space < before",
  xName: "commits",
  yName: "milliseconds",
  series: [
    {
      name: "write",
      points: [
        { x: 0, y: 0 },
        { x: 200, y: 8 },
      ],
    },
    { name: "look-up", points: [{ x: 100, y: 2 }] },
  ],
});

it("draws a line per series over a scale from 0, named at its end", () => {
  expect(curve).toContain('<path d="M56 292L624 40" fill="none" stroke="#3b82f6"');
  expect(curve).toMatch(/<text x="632" y="44" fill="#3b82f6">write<\/text>/);
  expect(curve).toMatch(/fill="#e07b39">look-up<\/text>/);
});

it("labels both scales", () => {
  for (const label of ["0", "2", "4", "6", "8", "50", "100", "150", "200"]) {
    expect(curve).toContain(`>${label}</text>`);
  }
  expect(curve).toContain(">commits</text>");
});

it("escapes text, and brings no ground of its own", () => {
  expect(curve).toContain("<title>Time &amp; space &lt; before</title>");
  expect(curve).not.toMatch(/<rect|#fff|#000|black|white/);
});

it("draws intervals beside each other, and names apart that end at one height", () => {
  const points = [{ x: 10, y: 0.4, low: 0.2, high: 0.8 }];
  const drawing = renderCurve({
    title: "Recall",
    xName: "k",
    yName: "recall",
    series: [
      { name: "ours", points },
      { name: "theirs", points },
    ],
  });
  expect(drawing).toContain('<path d="M622.5 229V40" stroke="#3b82f6"/>');
  expect(drawing).toContain('<path d="M625.5 229V40" stroke="#e07b39"/>');
  expect(drawing).toMatch(/y="170"[^>]*>ours<[^]*y="184"[^>]*>theirs</);
});

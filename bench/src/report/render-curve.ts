import { formatNumber } from "./format-number.ts";

/** A point of a line; with `low` and `high` the interval that it is known to lie in. */
interface Point {
  x: number;
  y: number;
  low?: number;
  high?: number;
}

/** A line of a drawing. */
export interface Series {
  name: string;
  points: readonly Point[];
}

const WIDTH = 760;
const HEIGHT = 340;
const LEFT = 56;
const RIGHT = 136;
/** Of a letter of a name, with room to spare: the drawing is widened where names need it. */
const LETTER_WIDTH = 8;
const TOP = 40;
const BOTTOM = 48;
const TICKS = 4;
// Of a brightness that is legible on white and on black: the drawing has no ground of its own.
const INK = "#7a828c";
const COLOURS = ["#3b82f6", "#e07b39", "#2f9e6e", "#b45fc4", "#d0506b", "#8a8f1f"];
/** Between the names of two lines that end close to each other. */
const NAME_HEIGHT = 14;
/** Intervals of several lines at one place stand beside each other. */
const INTERVAL_WIDTH = 3;

/** Lines over a common scale from 0, as an SVG document that is legible in light and in dark. */
export function renderCurve(options: {
  title: string;
  xName: string;
  yName: string;
  series: readonly Series[];
}): string {
  const { title, xName, yName, series } = options;
  const points = series.flatMap((line) => line.points);
  const mostX = roundUp(Math.max(...points.map(({ x }) => x)));
  const mostY = roundUp(Math.max(...points.map(({ y, high = y }) => high)));
  const right = WIDTH - RIGHT;
  const nameWidth = LETTER_WIDTH * Math.max(...series.map(({ name }) => name.length));
  const width = Math.max(WIDTH, right + 8 + nameWidth);
  const bottom = HEIGHT - BOTTOM;
  const toX = (x: number) => round(LEFT + (x / mostX) * (right - LEFT));
  const toY = (y: number) => round(bottom - (y / mostY) * (bottom - TOP));
  const ticks = Array.from({ length: TICKS + 1 }, (_, at) => at / TICKS);

  const grid = ticks.flatMap((share) => {
    const [x, y] = [toX(share * mostX), toY(share * mostY)];
    return [
      `<path d="M${LEFT} ${y}H${right}" stroke="${INK}" stroke-opacity="0.3"/>`,
      `<text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${label(share * mostY)}</text>`,
      `<text x="${x}" y="${bottom + 18}" text-anchor="middle">${label(share * mostX)}</text>`,
    ];
  });
  const nameYs = spread(series.map(({ points: line }) => toY(line.at(-1)?.y ?? 0)));
  const lines = series.flatMap(({ name, points: line }, at) => {
    const colour = COLOURS[at % COLOURS.length];
    const path = line.map(({ x, y }) => `${toX(x)} ${toY(y)}`).join("L");
    const aside = (at - (series.length - 1) / 2) * INTERVAL_WIDTH;
    const intervals = line.flatMap(({ x, low, high }) =>
      low === undefined || high === undefined
        ? []
        : [`<path d="M${round(toX(x) + aside)} ${toY(low)}V${toY(high)}" stroke="${colour}"/>`],
    );
    return [
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...intervals,
      `<text x="${right + 8}" y="${round((nameYs[at] ?? 0) + 4)}" fill="${colour}">${escape(name)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escape(title)}</title>`,
    `<text x="${LEFT}" y="20" font-size="14">${escape(title)}</text>`,
    ...grid,
    `<text x="${(LEFT + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escape(xName)}</text>`,
    `<text x="14" y="${(TOP + bottom) / 2}" text-anchor="middle" transform="rotate(-90 14 ${(TOP + bottom) / 2})">${escape(yName)}</text>`,
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}

/** The same heights, moved down where two would stand closer than a name is high. */
function spread(heights: readonly number[]): number[] {
  const spreadOut = [...heights];
  const order = heights
    .map((_, at) => at)
    .toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let least = -Infinity;
  for (const at of order) {
    spreadOut[at] = Math.max(heights[at] ?? 0, least);
    least = (spreadOut[at] ?? 0) + NAME_HEIGHT;
  }
  return spreadOut;
}

/** The next of 1, 2, 4, 8 times a power of ten, which four ticks divide well. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function label(value: number): string {
  const digits = [0, 1].find((few) => Number.isInteger(value * 10 ** few)) ?? 2;
  return formatNumber(value, digits);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

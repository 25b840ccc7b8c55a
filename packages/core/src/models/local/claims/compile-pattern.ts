/** What may stand in a `{slot}` of a pattern. */
export interface Slot {
  /** The source of a regular expression without groups of its own that capture. */
  readonly pattern: string;
  /** Refuses what has the form and not the meaning. */
  readonly accepts?: (value: string) => boolean;
  /** Words to drop from the beginning of the value, like articles. */
  readonly drops?: RegExp;
  /** What words of the slot mean, where many mean the same: "Veganerin" as "vegan". Lower case. */
  readonly means?: Readonly<Record<string, string>>;
}

export type Slots = Readonly<Record<string, Slot>>;

/**
 * A regular expression for a pattern like `S lives|resides [alone] in|near {place}`.
 *
 * `a|b` are alternatives, `_` a space inside of one, `[a|b]` is optional, `*` stands for some words or
 * none, `{slot}` captures; `S` is the subject. What follows the pattern is captured as `tail`. A head
 * stands at the beginning of the text, a tail anywhere. Capitals count: they tell names.
 */
export function compilePattern(pattern: string, slots: Slots, place: "head" | "tail"): RegExp {
  const units = pattern.match(/\[[^\]]+\]|\S+/g) ?? [];
  const source = units.map((unit, index) => {
    const first = index === 0 ? "" : " ";
    if (unit === "*") return String.raw`(?: \S+){0,8}?`;
    const optional = unit.startsWith("[");
    const body = compileUnit(optional ? unit.slice(1, -1) : unit, slots);
    return optional ? `(?:${first}${body})?` : `${first}${body}`;
  });
  const start = place === "head" ? "^" : "(?<=^|[ ,])";
  return new RegExp(`${start}${source.join("")}(?<tail>(?:[ ,]|[.](?= |$)).*)?$`, "u");
}

function compileUnit(unit: string, slots: Slots): string {
  const words = unit.split("|").map((word) =>
    word
      .replaceAll("_", " ")
      .replace(/[.*+?^$()\\]/g, String.raw`\$&`)
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        const slot = slots[name];
        if (!slot) throw new Error(`The pattern "${unit}" names an unknown slot "${name}".`);
        return `(?<${name}>${slot.pattern})`;
      }),
  );
  return `(?:${words.join("|")})`;
}

import { PRODUCTS } from "../claims/products.ts";

const KINDS = Object.values(PRODUCTS).map((names) => new RegExp(String.raw`\b(?:${names})\b`));

const CHANGES =
  /\b(?:switched|moved|migrated|changed|converted|all in on|instead|given|uses|using|wechselte|gewechselt|umgestiegen|cambió|pasó)(?!\p{L})/iu;

/**
 * What becomes of a memory of a product when a fact tells of a change to another of its kind: the
 * text with the new one in its place, where the memory says more than that it is used.
 */
export function replaceProduct(fact: string, memory: string): { text?: string } | undefined {
  if (!CHANGES.test(fact)) return undefined;
  for (const kind of KINDS) {
    const [now, before] = [kind.exec(fact)?.[0], kind.exec(memory)?.[0]];
    if (!now || !before || now === before || fact.includes(before)) continue;
    const isUse = new RegExp(
      String.raw`^(?:User uses|Nutzer (?:nutzt|benutzt|verwendet)|Usuario (?:usa|utiliza)) ${before} \S+ \S`,
      "u",
    );
    return isUse.test(memory) ? { text: memory.replace(before, now) } : {};
  }
  return undefined;
}

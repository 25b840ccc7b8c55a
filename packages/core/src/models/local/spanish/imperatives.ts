import { wantedOf } from "./conjugate.ts";

/** What an imperative asks of the assistant: "explícame" as "le explique". */
export function readImperative(word: string): string | undefined {
  const clitic = /(?<=\p{L}{2})(?:me|nos)$/iu.exec(word)?.[0];
  const wanted = wantedOf(clitic ? word.slice(0, -clitic.length) : word);
  return wanted && clitic ? `le ${wanted}` : wanted;
}

/** Whether a verb is what "no me …" forbids the assistant: "mandes", not "mandas". */
export function isForbidden(verb: string): boolean {
  return verb.endsWith("s") && wantedOf(verb.slice(0, -1)) === verb.slice(0, -1);
}

/** Whether a text begins with what is surely an order to the assistant: "llámame", "no me hables". */
export function isImperative(text: string): boolean {
  const [first = "", second = "", third = ""] = text.toLowerCase().split(/[ ,.]/, 3);
  if (first === "no") return /^(?:me|nos)$/.test(second) && isForbidden(third);
  return /(?:me|nos)$/.test(first) && readImperative(first) !== undefined;
}

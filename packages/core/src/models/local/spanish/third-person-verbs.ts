import { isThirdPerson } from "./conjugate.ts";

const SMALL = /^(?:(?:no|nunca|también|siempre|ahora|ya|todavía|aún|además|solo|antes|luego) )*/i;
const CLITICS = /^(?:se|le|les|me|nos|lo|la) /i;

/** Whether a text begins with a verb in the third person, small words before it passed over. */
export function startsWithThirdPerson(text: string): boolean {
  const plain = text.replace(SMALL, "").replace(CLITICS, "");
  return !/^(?:nada de|para) /i.test(plain) && isThirdPerson(plain.split(/[ ,.]/, 1)[0] ?? "");
}

import type { Affirmed } from "../claims/language.ts";
import { presentOf } from "./conjugate.ts";

const FILLERS =
  /(?<![\p{L}-])(?:ahora mismo|ahora|actualmente|también|realmente|la verdad|en realidad|hoy en día|últimamente|por cierto|de hecho|ya(?! no)|además|por fin|finalmente|todavía|aún|obviamente|simplemente|por ahora|de momento)(?![\p{L}-]),? ?/giu;

const ADVERBS =
  /(?<![\p{L}-])(?:siempre|normalmente|generalmente|a veces|a menudo|sobre todo|principalmente|originalmente|otra vez|de nuevo|solo|sólo|mucho|muchísimo|especialmente|casi siempre|mayormente|antes)(?![\p{L}-]) /giu;

/** What a Spanish predicate says or denies, as an affirmation without adverbs. */
export function affirm(predicate: string): Affirmed {
  const text = predicate.replace(FILLERS, "").replace(/\s+/g, " ").trim();
  const bare = text.replace(ADVERBS, "");
  const stopped = /^(?:dejó|ha dejado) de (\p{L}+[aei]r)\b(.*)$/u.exec(bare);
  if (stopped)
    return { text, bare, core: presentOf(stopped[1] ?? "") + stopped[2], polarity: "ended" };
  const ended = /^(.*?)\bya no (.+)$/.exec(bare) ?? /^no (.+?) más$/.exec(bare);
  if (ended) return { text, bare, core: ended.slice(1).join(""), polarity: "ended" };
  const denied = /^(?:casi )?(?:no|nunca|jamás) (.+)$/.exec(bare);
  if (denied)
    return {
      text,
      bare,
      core: (denied[1] ?? "").replace(/^(\S+) (?:nunca|nada de|ningún|ninguna) /, "$1 "),
      polarity: "denied",
    };
  return { text, bare, core: bare, polarity: "affirmed" };
}

import type { Affirmed } from "../claims/language.ts";

/** Words that carry no fact. */
const FILLERS =
  /(?<![\p{L}-])(?:jetzt|nun|auch|halt|eben|eigentlich|übrigens|mittlerweile|inzwischen|aktuell|momentan|derzeit|zurzeit|im Moment|zur Zeit|doch|wirklich|total|einfach|bereits|heutzutage|tatsächlich|natürlich|ehrlich gesagt|ja|echt|absolut|so richtig|gerade erst|endlich|deshalb|daher|deswegen|ruhig|dauernd|eh|sogar|aber|also|so(?= \d| etwa| um))(?![\p{L}-]),? ?/giu;

const ADVERBS =
  /(?<![\p{L}-])(?:immer|meistens|meist|oft|manchmal|gelegentlich|regelmäßig|wieder|gerade|hauptsächlich|vor allem|ursprünglich|normalerweise|sehr|ziemlich|schwer|stark|schon|nur|besonders|täglich|früher|vorher|davor|zuletzt|jahrelang|lange|ganz|ausschließlich)(?![\p{L}-]) /giu;

/** What a German predicate says or denies, as an affirmation without adverbs. */
export function affirm(predicate: string): Affirmed {
  const text = predicate.replace(FILLERS, "").replace(/\s+/g, " ").trim();
  const bare = text.replace(ADVERBS, "");
  if (
    /(?<!\p{L})(?:nicht|keine?[nmrs]?|nie)\b.* mehr(?!\p{L}| als)/u.test(bare) ||
    /\bnicht mehr\b/.test(bare)
  ) {
    return { text, bare, core: withoutNegation(bare), polarity: "ended" };
  }
  if (/(?<!\p{L})(?:nicht|keine?[nmrs]?|nie(?:mals)?|noch nie)(?!\p{L})/u.test(bare)) {
    return { text, bare, core: withoutNegation(bare), polarity: "denied" };
  }
  return { text, bare, core: bare, polarity: "affirmed" };
}

function withoutNegation(predicate: string): string {
  return (
    predicate
      .replace(/(?<!\p{L})kein(e[nmrs]?)?(?= )/gu, (_, end: string | undefined) =>
        end === undefined ? "ein" : `ein${end}`,
      )
      // A denied mass noun has no article: "isst kein Fleisch" denies "isst Fleisch".
      .replace(
        /^((?:isst|trinkt|mag|liebt|verträgt|nimmt|raucht)(?: \S+)*?) ein(?:e[nmrs]?)? /,
        "$1 ",
      )
      .replace(/(?<!\p{L})(?:noch nie|niemals|nie|nicht|mehr)(?!\p{L})/gu, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

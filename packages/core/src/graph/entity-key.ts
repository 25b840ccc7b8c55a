import { transliterate } from "./transliterate.ts";

/** The key of the person whose memory it is. */
export const USER = "user";

const IS_USER = /^(?:the )?(?:user|i|me|my|myself|nutzer(?:in)?|usuari[oa]|utilisateur|utente)$/;

const TITLES =
  /^(?:(?:dr|doctor|prof|professor|mr|mrs|ms|miss|sir|dame|madam|herr|frau|senora?|don|dona|monsieur|madame|mme|uncle|aunt|the) +)+(?=\S)/;

const LEGAL_FORMS =
  /(?: (?:gmbh|ag|kg|ug|se|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|sa|sas|sarl|srl|spa|sl|bv|nv|ab|as|aps|oy|oyj|kk|pty))+$/;

/**
 * What an entity is known by, however it is written: its name without case, accents, quotes, titles,
 * legal forms, the article and the genitive, in Latin letters where it is in Cyrillic or Greek, by
 * its rough sound, because "Sergey" and "Sergei", "Müller" and "Mueller" are spellings of one name.
 * The user has the key `"user"` under any of their words for themselves. `""` when nothing is left.
 */
export function toEntityKey(name: string): string {
  const plain = transliterate(name)
    .replace(/['’]s(?=\s|$)/g, "")
    // "S.A." is one word.
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, "$1")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim();
  if (IS_USER.test(plain)) return USER;
  const bare = plain.replace(TITLES, "").replace(LEGAL_FORMS, "").trim();
  return toSound(bare || plain);
}

function toSound(name: string): string {
  // Of acronyms each letter counts.
  if (name.length < 4) return name;
  return name
    .replace(/ph/g, "f")
    .replace(/kh|ch|ck|[cq]/g, "k")
    .replace(/x/g, "ks")
    .replace(/[yj]/g, "i")
    .replace(/w/g, "v")
    .replace(/(?<=[aou])e/g, "")
    .replace(/ou/g, "u")
    .replace(/(\p{L})\1+/gu, "$1");
}

/** Letters that Unicode does not decompose, and what they are written as without them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  // The Turkish letter, which many keyboards lack.
  ı: "i",
  // Arabic: endings that are written either way, and the Persian forms of two letters.
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};

/** Accents, Arabic vowel signs and the stretching of letters, the Hindi dot, and joiners. */
const MARKS = /[\u0300-\u036f]|\u0640|[\u064b-\u065f]|\u0670|\u093c|[\u200b-\u200d]/g;
const PLAINED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50];
/** A nasal before a consonant of its own place, and the half moon: both may be written as a dot. */
const NASALS = /\u0901|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])/g;
const ASCII = /^[\0-\x7f]*$/;

/**
 * A word in lower case as those write it who leave out what can be left out: no accents, Arabic
 * without vowel signs and with one form of alef, Hindi without dots, digits as 0 to 9.
 *
 * Vowel signs of Indic scripts stay: they are letters.
 */
export function foldLetters(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(NASALS, "\u0902")
    .replace(PLAINED, (letter) => PLAIN[letter] ?? letter)
    .replace(DIGITS, toAsciiDigit);
}

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.findLast((start) => start <= code) ?? code;
  return String(code - zero);
}

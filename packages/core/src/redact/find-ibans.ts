import type { Span } from "./kinds.ts";

/** Characters of an IBAN by country (SWIFT's registry of IBAN formats). */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
  LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
  RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

const BEGINNING = /(?<![\p{L}\p{N}])(?=([A-Z]{2}\d{2}(?:[\p{Zs}-]?[A-Z0-9]){11,30}))/giu;

/** Bank accounts: an IBAN of the length of its country, with its checksum (ISO 13616). */
export function* findIbans(text: string): Generator<Span> {
  for (const { index: start, 1: passage = "" } of text.matchAll(BEGINNING)) {
    const length = LENGTHS.get(passage.slice(0, 2).toUpperCase());
    const places = Array.from(passage.matchAll(/[A-Z0-9]/gi), ({ index }) => index);
    const last = length === undefined ? undefined : places[length - 1];
    if (last === undefined) continue;
    const end = start + last + 1;
    const isWhole = !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    const account = text.slice(start, end).replace(/[^A-Z0-9]/gi, "");
    if (isWhole && passesMod97(account)) yield { kind: "iban", start, end };
  }
}

/** The checksum of ISO 7064, MOD 97-10, with the first four characters at the end and letters as 10 to 35. */
function passesMod97(account: string): boolean {
  const digits = Array.from(account.slice(4) + account.slice(0, 4), (char) => parseInt(char, 36));
  const rest = digits.reduce((sum, value) => (sum * (value > 9 ? 100 : 10) + value) % 97, 0);
  return rest === 1;
}

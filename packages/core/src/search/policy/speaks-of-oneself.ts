/** How people speak of themselves, in languages that write names with a capital. */
const FIRST_PERSON = new RegExp(
  String.raw`(?<!\p{L})(?:I|i(?='m|'ve|'d|'ll)|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|us|[Oo]ur|[Oo]urs|[Jj]e|[Jj](?=')|[Mm]oi|[Mm]on|[Mm]a|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os|[Yy]o|[Mm]í|[Mm]is?|[Cc]onmigo|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Ii]o|[Mm]i[oae]i?|[Nn]oi|[Nn]ostr[oaie]|[Ee]u|[Mm]eu|[Mm]inha|[Nn]oss[oa]s?|[Ii]k|[Mm]ij|[Mm]ijn|[Ww]ij|[Oo]ns|[Oo]nze|[Яя]|[Мм]н[ей]|[Мм]еня|[Мм]о[йяеёиюу]|[Мм]ы|[Нн]а[мс]|[Нн]аш\p{L}*)(?!\p{L})`,
  "u",
);

/** Whether a query is about whoever asks: "Where did I park?" */
export function speaksOfOneself(query: string): boolean {
  return FIRST_PERSON.test(query);
}

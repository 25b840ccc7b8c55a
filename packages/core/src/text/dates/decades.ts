/** The decades of a language by their names; `namesOf` gives those of one, by the year that begins it. */
export function decadesBy(namesOf: (year: number) => readonly string[]): Record<string, number> {
  const years = Array.from({ length: 13 }, (_, index) => 1900 + 10 * index);
  return Object.fromEntries(years.flatMap((year) => namesOf(year).map((name) => [name, year])));
}

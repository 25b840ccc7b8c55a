import type { Claim } from "../claims/claim.ts";

const NO_NAME =
  /^(?:User|Nutzer|Nutzers|Usuario|El|La|Los|Las|January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I)$/;

/** The names in a claim. German writes all nouns like names, so there only subject and value count. */
export function findEntities({ text, subject, value }: Claim): string[] {
  const isGerman = /^(?:Nutzer|Die |Der |Das |Dem )|des Nutzers/.test(text);
  const where = isGerman ? `${subject === "user" ? "" : subject}, ${value}` : text;
  const names = where.match(/(?<![\p{L}'])\p{Lu}[\p{L}\d'-]*(?: \p{Lu}[\p{L}\d'-]*)*/gu) ?? [];
  return [...new Set(names.map((name) => name.replace(/'s$/, "")))].filter(
    (name) => name.length > 1 && !NO_NAME.test(name),
  );
}

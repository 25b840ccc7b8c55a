import type { Form } from "./create-form-detector.ts";

const BEGIN = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;
const NAMES = String.raw`${NAME}(?:[ -]${NAME}){0,2}`;

const STREET = String.raw`(?:${NAME} ){1,4}(?:(?:Street|Avenue|Road|Boulevard|Lane|Drive|Way|Court|Place|Square|Terrace|Close|Crescent|Highway|Parkway)(?!\p{L})|(?:St|Ave|Rd|Blvd|Ln|Dr|Ct|Pl|Sq|Hwy|Pkwy)(?!\p{L})\.?)`;
const FLAT = String.raw`(?:,? (?:Apt|Suite|Unit|Flat)\.? ?[\w-]{1,6})?`;
const STATE_AND_CODE = String.raw`(?:,? [A-Z]{2})?(?: \d{5}(?:-\d{4})?| [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})?`;

const STRASSE = String.raw`(?:\p{Lu}[\p{L}-]{0,30}(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer)|(?:${NAME}[ -]){1,3}(?:Straße|Strasse|Str\.|Weg|Gasse|Platz|Allee|Ring|Damm|Ufer))`;
const CODE_AND_TOWN = String.raw`(?:,? (?:[A-Z]-)?\d{4,5} ${NAMES})?`;

const RUE = String.raw`(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Qq]uai|[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo)`;
const ARTICLES = String.raw`(?:(?:de|du|des|del|la|le|les|los|las|y|et) |[dl]['’]){0,3}`;
const RUE_NAME = String.raw`${ARTICLES}${NAME}(?:[ -]${ARTICLES}${NAME}){0,3}`;

/** Street and number, with the town where it follows, as they are written in English, German, French and Spanish. */
export const ADDRESS_FORMS: readonly Form[] = [
  String.raw`\d{1,5}[A-Za-z]? ${STREET}${FLAT}(?:,? ${NAMES}${STATE_AND_CODE})?`,
  String.raw`${STRASSE} \d{1,4} ?[a-z]?${END}${CODE_AND_TOWN}`,
  String.raw`\d{1,4}(?: ?bis| ?ter)?,? ${RUE} ${RUE_NAME}${CODE_AND_TOWN}`,
  String.raw`${RUE} ${RUE_NAME},? (?:n[.º°] ?)?\d{1,4}${END}${CODE_AND_TOWN}`,
].map((form) => ["address", new RegExp(`${BEGIN}${form}`, "dgu")]);

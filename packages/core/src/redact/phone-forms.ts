import type { Form } from "./create-form-detector.ts";

/** Telephone numbers, where their form or a word before them tells what they are. */
export const PHONE_FORMS: readonly Form[] = [
  // With the country: up to 15 digits (ITU-T E.164).
  /(?<![\p{L}\p{N}+]|\d[ -])(?:\+|00(?=[1-9]))(?:[\s./-]?(?:\(\d{1,4}\)|\d)){7,15}(?![\p{L}\p{N}])/dgu,
  // North America.
  /(?<![\p{L}\p{N}.-])(?:\(\d{3}\)[\s.-]?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?![\p{L}\p{N}]|[.-]\d)/dgu,
  // With the 0 of a national call; a date begins with one, too.
  /(?<![\p{L}\p{N}.,:/-]|\d )(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?:\(0\d{1,5}\)|0[1-9])(?:[\s/-]?\d){5,10}(?![\p{L}\p{N}]|[.,]\d)/dgu,
  /(?<![\p{L}\p{N}])(?:phone|mobile|cell|telephone|tel|telefon|handy|teléfono|móvil|téléphone|portable)(?:\s{1,2}(?:number|nummer|no))?[.:]?\s{1,3}(?:(?:is|ist|es|est)\s{1,3})?(?<secret>\d(?:[\s./-]?\d){5,14})(?![\p{L}\p{N}])/dgiu,
].map((form) => ["phone", form]);

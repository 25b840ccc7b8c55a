import { ADDRESS_FORMS } from "./address-forms.ts";
import { createFormDetector } from "./create-form-detector.ts";
import { findIbans } from "./find-ibans.ts";
import type { Detector, PiiKind } from "./kinds.ts";
import { PHONE_FORMS } from "./phone-forms.ts";

/** An address of RFC 5321, without quoted parts and literals, which nobody writes. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/dgu;

/** What finds personal data, by its kind. */
export const PII_DETECTORS: Readonly<Record<PiiKind, Detector>> = {
  email: createFormDetector([["email", EMAIL]]),
  phone: createFormDetector(PHONE_FORMS),
  iban: findIbans,
  address: createFormDetector(ADDRESS_FORMS),
};

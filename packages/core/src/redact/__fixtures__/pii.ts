import type { PiiKind } from "../kinds.ts";

/** Personal data as it turns up in a chat; names, numbers and addresses are invented or those of manuals. */
export const PII_SAMPLES: readonly {
  readonly kind: PiiKind;
  readonly text: string;
  readonly value: string;
}[] = (
  [
    ["email", "write to %, please", "anna.berg+news@example.co.uk"],
    ["email", "<%>", "o_neill-7@mail.example.org"],
    ["email", "schreib an %.", "jürgen@müller.example"],
    ["phone", "call % tonight", "+49 30 901820"],
    ["phone", "call % tonight", "+1 (415) 555-2671"],
    ["phone", "my number is %", "415-555-2671"],
    ["phone", "(%)", "0044 20 7946 0958"],
    ["phone", "Büro (%)", "(030) 901820"],
    ["phone", "Handy: %", "0176 12345678"],
    ["phone", "au %, merci", "06 12 34 56 78"],
    ["phone", "mi móvil es %", "612 345 678"],
    ["iban", "send it to %.", "DE89 3704 0044 0532 0130 00"],
    ["iban", "IBAN: %", "GB82WEST12345698765432"],
    ["iban", "%, thanks", "FR14 2004 1010 0505 0001 3M02 606"],
    ["iban", "%, thanks", "es91-2100-0418-4502-0005-1332"],
    ["address", "I live at %.", "221B Baker Street"],
    ["address", "ship it to %", "742 Evergreen Terrace, Springfield, OR 97477"],
    ["address", "Ich wohne in der %.", "Hauptstraße 12a, 10115 Berlin"],
    ["address", "Meine Adresse: %", "Unter Den Eichen Allee 5"],
    ["address", "j'habite au %", "12 rue de la Paix, 75002 Paris"],
    ["address", "vivo en la %", "Calle Mayor 5, 28013 Madrid"],
  ] as const
).map(([kind, form, value]) => ({ kind, text: form.replace("%", value), value }));

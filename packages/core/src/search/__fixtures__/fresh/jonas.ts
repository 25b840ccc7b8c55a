import type { SortedLife } from "../sorted-life.ts";

export const jonas: SortedLife = {
  name: "Jonas, a baker, in German",
  steps: [
    { day: "2019-08-01", put: "Ich habe die Lehre in der Bäckerei Wolf begonnen" },
    { day: "2019-09-10", put: "Ich wohne bei meinen Eltern in Kassel" },
    { day: "2019-09-10", put: "Ich habe eine Katzenallergie" },
    { day: "2020-01-05", put: "Ich spiele Handball im Verein" },
    { day: "2020-08-15", put: "Ich habe den Führerschein gemacht" },
    { day: "2021-05-08", put: "Ich habe ein Sauerteigseminar in Wien besucht" },
    { day: "2022-06-30", put: "Ich habe die Gesellenprüfung bestanden" },
    {
      day: "2022-09-01",
      put: "Ich wohne in Leipzig",
      insteadOf: "Ich wohne bei meinen Eltern in Kassel",
    },
    { day: "2022-09-15", put: "Ich arbeite in der Konditorei am Markt" },
    { day: "2023-03-04", put: "Ich habe Miriam auf einem Konzert kennengelernt" },
    { day: "2023-07-22", put: "Wir waren im Urlaub auf Rügen" },
    {
      day: "2024-02-10",
      put: "Ich spiele Tischtennis im Verein",
      insteadOf: "Ich spiele Handball im Verein",
    },
    { day: "2024-04-06", put: "Ich habe die Wand im Flur gestrichen" },
    { day: "2024-05-20", put: "Wir waren im Urlaub in Slowenien" },
    {
      day: "2024-11-04",
      put: "Ich arbeite im eigenen Café",
      insteadOf: "Ich arbeite in der Konditorei am Markt",
    },
    { day: "2024-11-30", put: "Wir haben die Eröffnung des Cafés gefeiert" },
    { day: "2024-12-25", put: "Wir haben bei Miriams Großmutter Gans gegessen" },
    { day: "2024-12-31", put: "Wir haben mit Freunden Raclette gegessen" },
    { day: "2025-04-12", put: "Ich habe die Meisterprüfung bestanden" },
    { day: "2025-05-17", put: "Der Kühlschrank im Café ist ausgefallen" },
    { day: "2025-06-02", put: "Ich habe eine neue Knetmaschine gekauft" },
    { day: "2025-06-19", put: "Ich habe ein Lastenrad gekauft" },
    { day: "2025-06-24", put: "Der Ofen im Café ist ausgefallen" },
    { day: "2025-06-28", put: "Wir waren im Kino" },
    { day: "2025-06-30", put: "Miriam hat einen Marathon gewonnen" },
  ],
  on: "2025-07-01",
  questions: {
    dates: [
      { ask: "Was haben wir an Silvester gegessen?", expect: ["Raclette"] },
      { ask: "Was habe ich Anfang Juni gekauft?", expect: ["Knetmaschine"] },
      { ask: "Was ist letzte Woche im Café ausgefallen?", expect: ["Ofen"] },
    ],
    orderings: [{ ask: "Wo waren wir zuletzt im Urlaub?", expect: ["Slowenien"] }],
    events: [
      {
        ask: "Welche Prüfung habe ich vor dem Umzug nach Leipzig bestanden?",
        expect: ["Gesellenprüfung"],
      },
    ],
    "as-of": [
      { ask: "Wo habe ich gearbeitet, als ich Miriam kennenlernte?", expect: ["Konditorei"] },
    ],
    changes: [{ ask: "Welchen Sport habe ich früher im Verein gespielt?", expect: ["Handball"] }],
    timeless: [{ ask: "Welche Allergie habe ich?", expect: ["Katzenallergie"] }],
  },
};

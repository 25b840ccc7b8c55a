import type { Life } from "./life.ts";

export const greta: Life = {
  name: "Greta, eine Lehrerin",
  steps: [
    { day: "2022-01-10", put: "Nutzerin wohnt in Hamburg" },
    { day: "2022-02-01", put: "Nutzerin arbeitet als Kellnerin im Café Leonar" },
    { day: "2022-05-20", put: "Nutzerin hat den Führerschein gemacht" },
    { day: "2023-03-04", put: "Nutzerin war in Island im Urlaub" },
    {
      day: "2023-09-01",
      put: "Nutzerin arbeitet als Lehrerin an einer Grundschule",
      insteadOf: "Nutzerin arbeitet als Kellnerin im Café Leonar",
    },
    {
      day: "2024-04-01",
      put: "Nutzerin wohnt in Freiburg",
      insteadOf: "Nutzerin wohnt in Hamburg",
    },
    { day: "2024-07-20", put: "Nutzerin hat Paul geheiratet" },
    { day: "2024-08-15", put: "Nutzerin war in Norwegen im Urlaub" },
    { day: "2025-02-11", put: "Nutzerin hat sich ein Rennrad gekauft" },
    { day: "2025-08-09", put: "Nutzerin war in Schottland im Urlaub" },
    { day: "2025-10-05", put: "Nutzerin singt im Kirchenchor" },
    { day: "2026-03-14", put: "Nutzerin trinkt keinen Alkohol mehr" },
    { day: "2026-05-12", put: "Nutzerin hat sich den Knöchel verstaucht" },
    { day: "2026-05-20", put: "Nutzerin hat am 3. Juni 2026 Elternabend" },
  ],
  on: "2026-05-21",
  questions: [
    { ask: "Wo habe ich früher gewohnt?", expect: ["Nutzerin wohnt in Hamburg"] },
    {
      ask: "Wo wohne ich?",
      expect: ["Nutzerin wohnt in Freiburg"],
      without: ["Nutzerin wohnt in Hamburg"],
    },
    {
      ask: "Was ist mir letzte Woche passiert?",
      expect: ["Nutzerin hat sich den Knöchel verstaucht"],
    },
    {
      ask: "Wo war ich im letzten Sommer im Urlaub?",
      expect: ["Nutzerin war in Schottland im Urlaub"],
    },
    { ask: "Wo war ich im August 2024 im Urlaub?", expect: ["Nutzerin war in Norwegen im Urlaub"] },
    { ask: "Wo war mein letzter Urlaub?", expect: ["Nutzerin war in Schottland im Urlaub"] },
    { ask: "Als was habe ich 2022 gearbeitet?", expect: ["Nutzerin arbeitet als Kellnerin"] },
    {
      ask: "Was habe ich gearbeitet, bevor ich Lehrerin wurde?",
      expect: ["Nutzerin arbeitet als Kellnerin"],
    },
    {
      ask: "Was habe ich im Februar 2025 gekauft?",
      expect: ["Nutzerin hat sich ein Rennrad gekauft"],
    },
    { ask: "Was steht im Juni an?", expect: ["Nutzerin hat am 3. Juni 2026 Elternabend"] },
    {
      ask: "In welcher Stadt wohnte ich, als ich den Führerschein gemacht habe?",
      expect: ["Nutzerin wohnt in Hamburg"],
    },
    {
      ask: "Was mache ich zurzeit beruflich?",
      expect: ["Nutzerin arbeitet als Lehrerin"],
      without: ["Kellnerin"],
    },
  ],
};

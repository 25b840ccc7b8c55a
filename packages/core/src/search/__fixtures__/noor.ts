import type { Life } from "./life.ts";

export const noor: Life = {
  name: "Noor, whose history was told late",
  steps: [
    { day: "2025-01-10", put: "User has a subscription to the magazine Wire", at: "2023-05-01" },
    { day: "2025-01-10", put: "User's team lead is Priya", at: "2024-02-01" },
    { day: "2025-01-10", put: "User rents a flat in Ghent", at: "2022-09-01" },
    { day: "2025-06-01", put: "User's team lead is Marek", insteadOf: "User's team lead is Priya" },
    { day: "2025-07-15", put: "User trains for a triathlon" },
    {
      day: "2025-10-01",
      put: "User rents a house in Bruges",
      insteadOf: "User rents a flat in Ghent",
    },
    { day: "2026-01-20", delete: "User has a subscription to the magazine Wire" },
    { day: "2026-02-02", put: "User's team lead is Ines", insteadOf: "User's team lead is Marek" },
    {
      day: "2026-02-20",
      put: "User has stopped training for a triathlon",
      insteadOf: "User trains for a triathlon",
    },
  ],
  on: "2026-03-01",
  questions: [
    {
      ask: "Who is my team lead?",
      asOf: "2024-06-01",
      expect: ["User's team lead is Priya"],
      without: ["Marek", "Ines"],
    },
    {
      ask: "Who is my team lead?",
      asOf: "2025-12-24",
      expect: ["User's team lead is Marek"],
      without: ["Priya", "Ines"],
    },
    { ask: "Who was my team lead as of December 2025?", expect: ["User's team lead is Marek"] },
    {
      ask: "Who is my team lead?",
      knownAt: "2025-03-01",
      expect: ["User's team lead is Priya"],
      without: ["Marek"],
    },
    { ask: "Where do I rent?", asOf: "2023-01-01", knownAt: "2024-12-31", expect: [] },
    {
      ask: "Where do I rent a place to live?",
      asOf: "2023-01-01",
      expect: ["User rents a flat in Ghent"],
      without: ["Bruges"],
    },
    {
      ask: "Which magazine do I have a subscription to?",
      asOf: "2025-05-01",
      expect: ["User has a subscription to the magazine Wire"],
    },
    { ask: "Who has been my team lead since February?", expect: ["User's team lead is Ines"] },
    {
      ask: "Who used to be my team lead?",
      expect: ["User's team lead is Marek", "User's team lead is Priya"],
    },
    { ask: "Who was my first team lead?", expect: ["User's team lead is Priya"] },
    {
      ask: "Did I change my mind about the triathlon?",
      expect: ["User has stopped training for a triathlon", "User trains for a triathlon"],
    },
  ],
};

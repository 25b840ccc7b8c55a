import type { Life } from "./life.ts";

export const mara: Life = {
  name: "Mara, an architect who moves a lot",
  steps: [
    { day: "2020-03-01", put: "User lives in Berlin" },
    { day: "2020-04-01", put: "User works as a junior architect at Kolb & Partner" },
    { day: "2020-06-10", put: "User adopted a cat named Mochi" },
    { day: "2021-01-10", put: "User eats meat only at weekends" },
    { day: "2021-05-22", put: "User married Jonas in Potsdam" },
    { day: "2021-07-01", put: "User drives a Volvo" },
    {
      day: "2022-02-01",
      put: "User works as an architect at Studio Vermeer",
      insteadOf: "User works as a junior architect at Kolb & Partner",
    },
    { day: "2023-02-14", put: "User uses an iPhone 12" },
    { day: "2023-08-15", put: "User lives in Amsterdam", insteadOf: "User lives in Berlin" },
    { day: "2024-01-05", put: "User is vegetarian", insteadOf: "User eats meat only at weekends" },
    { day: "2024-05-18", put: "User visited Kyoto with Jonas" },
    { day: "2025-03-01", put: "User plays in a volleyball team" },
    { day: "2025-05-09", put: "User hiked the Rota Vicentina" },
    { day: "2025-08-02", put: "User went sailing in Croatia" },
    { day: "2025-11-01", put: "User lives in Lisbon", insteadOf: "User lives in Amsterdam" },
    {
      day: "2025-11-10",
      put: "User drives a cargo bike",
      insteadOf: "User drives a Volvo",
    },
    { day: "2025-12-03", put: "User finished reading the novel The Overstory" },
    {
      day: "2026-01-12",
      put: "User works as an architect in a practice of her own",
      insteadOf: "User works as an architect at Studio Vermeer",
    },
    { day: "2026-02-10", update: "User uses an iPhone 12", to: "User uses a Pixel 10" },
    { day: "2026-03-20", put: "User finished reading the novel Piranesi" },
    { day: "2026-04-10", put: "User ran the Lisbon half marathon" },
    { day: "2026-04-30", delete: "User plays in a volleyball team" },
    { day: "2026-05-14", put: "User went to Porto for an exhibition of tiles" },
    { day: "2026-06-02", put: "User finished reading the novel Station Eleven" },
    { day: "2026-06-09", put: "User had the brakes of her bicycle repaired" },
    { day: "2026-06-11", put: "User had dinner with her old professor Lukas" },
    { day: "2026-06-15", put: "User has a dentist appointment on 23 June 2026" },
    { day: "2026-06-15", put: "User flies to Berlin on 4 July 2026 for her mother's birthday" },
    { day: "2026-06-16", put: "User sent the drawings of the Alfama house to the client" },
  ],
  on: "2026-06-17",
  questions: [
    {
      ask: "What did I do last week?",
      expect: [
        "User had the brakes of her bicycle repaired",
        "User had dinner with her old professor Lukas",
      ],
    },
    {
      ask: "What did I do yesterday?",
      expect: ["User sent the drawings of the Alfama house to the client"],
    },
    {
      ask: "Which book did I finish in March?",
      expect: ["User finished reading the novel Piranesi"],
    },
    {
      ask: "Where did I travel in May?",
      expect: ["User went to Porto for an exhibition of tiles"],
    },
    { ask: "Where did I travel in May 2024?", expect: ["User visited Kyoto with Jonas"] },
    { ask: "Which trail did I hike last year?", expect: ["User hiked the Rota Vicentina"] },
    { ask: "What did I do last summer?", expect: ["User went sailing in Croatia"] },
    { ask: "Did I run a race two months ago?", expect: ["User ran the Lisbon half marathon"] },
    {
      ask: "What have I got planned for next week?",
      expect: ["User has a dentist appointment on 23 June 2026"],
    },
    {
      ask: "Where am I going in July?",
      expect: ["User flies to Berlin on 4 July 2026 for her mother's birthday"],
    },
    {
      ask: "What happened on 22 May 2021?",
      expect: ["User married Jonas in Potsdam"],
    },
    {
      ask: "What is the latest novel I read?",
      expect: ["User finished reading the novel Station Eleven"],
    },
    {
      ask: "Which novel did I finish first?",
      expect: ["User finished reading the novel The Overstory"],
    },
    {
      ask: "Which novels have I finished since February?",
      expect: [
        "User finished reading the novel Piranesi",
        "User finished reading the novel Station Eleven",
      ],
    },
    {
      ask: "Which novel did I finish before Piranesi?",
      expect: ["User finished reading the novel The Overstory"],
    },
    {
      ask: "Where do I live?",
      expect: ["User lives in Lisbon"],
      without: ["User lives in Berlin", "User lives in Amsterdam"],
    },
    { ask: "Where did I live before Lisbon?", expect: ["User lives in Amsterdam"] },
    { ask: "Where did I live before I moved to Amsterdam?", expect: ["User lives in Berlin"] },
    { ask: "Where did I live in 2021?", expect: ["User lives in Berlin"] },
    { ask: "Where was I living in March 2024?", expect: ["User lives in Amsterdam"] },
    { ask: "Where did I originally live?", expect: ["User lives in Berlin"] },
    {
      ask: "Where did I work when I lived in Berlin?",
      expect: [
        "User works as a junior architect at Kolb & Partner",
        "User works as an architect at Studio Vermeer",
      ],
    },
    {
      ask: "What was my previous job?",
      expect: ["User works as an architect at Studio Vermeer"],
    },
    {
      ask: "What was my first job?",
      expect: ["User works as a junior architect at Kolb & Partner"],
    },
    {
      ask: "What is my job these days?",
      expect: ["User works as an architect in a practice of her own"],
      without: [
        "User works as an architect at Studio Vermeer",
        "User works as a junior architect at Kolb & Partner",
      ],
    },
    { ask: "Did I use to eat meat?", expect: ["User eats meat only at weekends"] },
    {
      ask: "Suggest a recipe that I would like to eat tonight",
      expect: ["User is vegetarian"],
      without: ["User eats meat only at weekends"],
    },
    { ask: "What car did I drive before?", expect: ["User drives a Volvo"] },
    { ask: "Which phone did I have before this one?", expect: ["User uses an iPhone 12"] },
    {
      ask: "Which phone do I use?",
      expect: ["User uses a Pixel 10"],
      without: ["User uses an iPhone 12"],
    },
    {
      ask: "How has my diet changed over the years?",
      expect: ["User eats meat only at weekends", "User is vegetarian"],
    },
    {
      ask: "Which team do I play volleyball in?",
      expect: [],
      without: ["User plays in a volleyball team"],
    },
  ],
};

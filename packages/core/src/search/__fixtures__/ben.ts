import type { Life } from "./life.ts";

export const ben: Life = {
  name: "Ben, a nurse who tells of his life in his own words",
  steps: [
    { day: "2024-02-05", say: "Hi! I'm Ben. I live in Leeds and I work as a paramedic." },
    { day: "2024-04-22", say: "I bought a used Honda motorbike last Saturday." },
    { day: "2024-07-09", say: "We got a puppy two weeks ago, her name is Biscuit." },
    { day: "2024-10-14", say: "I started learning Polish last month because of my wife Ania." },
    { day: "2025-01-20", say: "I broke my wrist on 11 January while skiing in Zakopane." },
    { day: "2025-03-03", say: "We moved to Sheffield last week." },
    { day: "2025-05-12", say: "I sold my motorbike yesterday." },
    { day: "2025-06-16", say: "I passed my first Polish exam on Friday." },
    {
      day: "2025-09-08",
      say: "I quit my job as a paramedic and now I work as a nurse at the Northern General.",
    },
    {
      day: "2025-11-03",
      say: "I used to drink a lot of coffee, but now I only drink tea.",
    },
    { day: "2026-01-12", say: "My daughter Zofia was born on 3 January 2026." },
    { day: "2026-02-16", say: "I watched Past Lives last night, it was lovely." },
    { day: "2026-03-09", say: "I watched Perfect Days on Saturday." },
    { day: "2026-04-13", say: "I have a job interview in Manchester next Thursday." },
    { day: "2026-04-20", say: "I watched Aftersun yesterday. My favourite band is Elbow." },
  ],
  on: "2026-04-21",
  questions: [
    { ask: "What film did I see most recently?", expect: ["User watched Aftersun"] },
    { ask: "What did I watch last month?", expect: ["User watched Perfect Days"] },
    { ask: "And what did I watch in February?", expect: ["User watched Past Lives"] },
    { ask: "What happened to my wrist in January 2025?", expect: ["User broke their wrist"] },
    { ask: "Where did I live before we moved to Sheffield?", expect: ["User lives in Leeds"] },
    {
      ask: "Where do I live now?",
      expect: ["User lives in Sheffield"],
      without: ["lives in Leeds"],
    },
    { ask: "Where was I living in summer 2024?", expect: ["User lives in Leeds"] },
    {
      ask: "What did I buy in April 2024?",
      expect: ["User bought a used Honda motorbike"],
    },
    { ask: "What did I sell in spring 2025?", expect: ["User sold their motorbike"] },
    { ask: "What was my job in 2024?", expect: ["User works as a paramedic"] },
    {
      ask: "What is my current job?",
      expect: ["User works as a nurse"],
      without: ["User works as a paramedic"],
    },
    { ask: "Who was born in January?", expect: ["Zofia, the user's daughter, was born"] },
    { ask: "Which appointment did I have last Thursday?", expect: ["User has a job interview"] },
    {
      ask: "Which language was I learning in the autumn of 2024?",
      expect: ["User started learning Polish"],
    },
    { ask: "What did I use to drink?", expect: ["User used to drink a lot of coffee"] },
    {
      ask: "What did I do after the motorbike was sold?",
      expect: ["User passed their first Polish exam"],
    },
  ],
};

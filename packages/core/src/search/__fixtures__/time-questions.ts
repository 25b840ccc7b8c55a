/** Something that happens to a memory, on a day at six in the evening. */
export type Step = { readonly day: string } & (
  | { readonly say: string }
  | { readonly put: string; readonly at?: string }
  | { readonly put: string; readonly insteadOf: string }
  | { readonly update: string; readonly to: string }
  | { readonly delete: string }
);

/**
 * A question, and the memories that stand first in its answer, in any order among themselves.
 * `without` are memories that must not be in the answer at all.
 */
export interface Asked {
  readonly ask: string;
  readonly expect: readonly string[];
  readonly without?: readonly string[];
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** A life in steps, and what is asked about it on a day. */
export interface Life {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The day of asking, at noon. */
  readonly on: string;
  readonly questions: readonly Asked[];
}

const MARA: Life = {
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

const BEN: Life = {
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

const GRETA: Life = {
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

const LUCIA: Life = {
  name: "Lucía, una cocinera",
  steps: [
    { day: "2021-03-01", put: "Usuario vive en Sevilla" },
    { day: "2021-04-10", put: "Usuario trabaja en una panadería" },
    { day: "2022-06-18", put: "Usuario viajó a Marruecos" },
    { day: "2023-01-09", put: "Usuario vive en Valencia", insteadOf: "Usuario vive en Sevilla" },
    {
      day: "2023-05-02",
      put: "Usuario trabaja como cocinera en un hotel",
      insteadOf: "Usuario trabaja en una panadería",
    },
    { day: "2024-06-30", put: "Usuario viajó a Escocia" },
    { day: "2025-01-15", put: "Usuario aprende francés" },
    { day: "2025-06-12", put: "Usuario viajó a Croacia" },
    { day: "2025-09-20", put: "Usuario se casó con Diego" },
    { day: "2026-02-24", put: "Usuario compró un coche eléctrico" },
    { day: "2026-03-03", put: "Usuario tiene cita con el notario el 20 de marzo de 2026" },
  ],
  on: "2026-03-04",
  questions: [
    { ask: "¿Dónde vivía antes?", expect: ["Usuario vive en Sevilla"] },
    {
      ask: "¿Dónde vivo ahora?",
      expect: ["Usuario vive en Valencia"],
      without: ["Usuario vive en Sevilla"],
    },
    { ask: "¿Dónde vivía en 2022?", expect: ["Usuario vive en Sevilla"] },
    { ask: "¿Qué compré la semana pasada?", expect: ["Usuario compró un coche eléctrico"] },
    { ask: "¿A dónde viajé en junio de 2024?", expect: ["Usuario viajó a Escocia"] },
    { ask: "¿A dónde viajé el verano pasado?", expect: ["Usuario viajó a Croacia"] },
    { ask: "¿Cuál fue mi último viaje?", expect: ["Usuario viajó a Croacia"] },
    {
      ask: "¿Dónde trabajaba antes de trabajar en el hotel?",
      expect: ["Usuario trabaja en una panadería"],
    },
    { ask: "¿Qué tengo pendiente este mes?", expect: ["Usuario tiene cita con el notario"] },
  ],
};

const NOOR: Life = {
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

/** Five lives and eighty questions about their times. */
export const LIVES: readonly Life[] = [MARA, BEN, GRETA, LUCIA, NOOR];

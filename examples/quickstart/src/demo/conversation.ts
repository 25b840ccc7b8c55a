/** What one side of the demo's conversation says, and what the other answers. */
export interface Exchange {
  user: string;
  assistant: string;
}

/** Two sessions of one user, two weeks apart. */
export const SESSIONS: readonly { at: Date; exchanges: readonly Exchange[] }[] = [
  {
    at: new Date("2026-03-02T18:30:00Z"),
    exchanges: [
      {
        user: "Hi! I'm Alice. I'm vegetarian and I live in Berlin.",
        assistant: "Nice to meet you, Alice! Berlin is a wonderful place to eat without meat.",
      },
      {
        user: "I work as a data engineer at Siemens. My sister Anna is a vet, and I have a dog named Rex.",
        assistant: "A vet in the family: lucky Rex! What can I do for you today?",
      },
      {
        user: "If I ever moved to Paris, I would live on croissants. What's the weather like there in May?",
        assistant:
          "Mild, mostly: about twenty degrees in the afternoon, with a shower now and then.",
      },
      {
        user: "Thanks. Please keep your answers short from now on.",
        assistant: "I will.",
      },
    ],
  },
  {
    at: new Date("2026-03-16T19:10:00Z"),
    exchanges: [
      {
        user: "Hello again! Guess what: I moved to Amsterdam last week.",
        assistant: "Congratulations on the move! How do you like the canals?",
      },
      {
        user: "I love them. Oh, and I started to eat fish, it's so good here by the sea.",
        assistant: "Then try the herring at the market.",
      },
      {
        user: "As I said, I live in Amsterdam now. Should I get a bicycle?",
        assistant: "Yes.",
      },
    ],
  },
];

export const QUESTION = "Can you suggest a restaurant near me for tonight?";

import type { Acquaintances } from "./acquaintances.ts";

/** Told in conversations, to a model that names relations now and then, and writes names in several ways. */
export const daniel: Acquaintances = {
  userId: "daniel",
  told: "add",
  facts: [
    {
      text: "User's wife is Elizabeth Okafor, whom everybody calls Lizzy",
      attribute: "wife",
      value: "Elizabeth Okafor",
      cardinality: "one",
      relations: [["user", "married_to", "Elizabeth Okafor"]],
    },
    {
      text: "Lizzy is the head chef of the Copper Kettle",
      subject: "Lizzy",
      relations: [["Lizzy", "head_chef_of", "Copper Kettle"]],
    },
    {
      text: "The Copper Kettle belongs to Gareth Pugh",
      subject: "Copper Kettle",
      attribute: "owner",
      value: "Gareth Pugh",
    },
    { text: "Gareth Pugh grew up in Swansea", subject: "Gareth Pugh" },
    {
      text: "User is a member of the Harbour Rowing Club",
      relations: [["user", "member_of", "Harbour Rowing Club"]],
    },
    {
      text: "HARBOUR ROWING CLUB is coached by Benedikt Vogel",
      entities: ["HARBOUR ROWING CLUB", "Benedikt Vogel"],
    },
    {
      text: "Ben Vogel, also known as Benedikt Vogel, rowed for Austria",
      subject: "Benedikt Vogel",
      relations: [["Ben Vogel", "also_known_as", "Benedikt Vogel"]],
    },
    {
      text: "Ben Vogel's daughter Klara studies at Trinity College",
      subject: "Klara",
      relations: [["Ben Vogel", "daughter", "Klara"]],
    },
    {
      text: "User's son Oliver goes to Millbrook Primary",
      subject: "Oliver",
      relations: [
        ["user", "son", "Oliver"],
        ["Oliver", "attends", "Millbrook Primary"],
      ],
    },
    { text: "Millbrook Primary is run by Mrs. Hartley", subject: "Millbrook Primary" },
    { text: "Mrs Hartley retires in the summer", subject: "Mrs Hartley", kind: "event" },
    {
      text: "Oliver's piano teacher is Noor Haddad",
      subject: "Oliver",
      attribute: "piano_teacher",
      value: "Noor Haddad",
    },
    { text: "noor haddad comes from Beirut", subject: "noor haddad", entities: ["noor haddad"] },
    {
      text: "User works for Brightline Energy",
      attribute: "employer",
      value: "Brightline Energy",
      cardinality: "one",
    },
    {
      text: "Brightline Energy's chief executive is Femi Adeyemi",
      subject: "Brightline Energy",
    },
    { text: "User reports to Carys Bevan", attribute: "manager", value: "Carys Bevan" },
    {
      text: "User works for Solenne Wind GmbH since May",
      attribute: "employer",
      value: "Solenne Wind GmbH",
      cardinality: "one",
      relations: [["user", "works_for", "Solenne Wind GmbH"]],
    },
    {
      text: "The chief executive of Solenne Wind is Aurelie Martin",
      relations: [["Solenne Wind", "chief_executive", "Aurélie Martin"]],
    },
    { text: "Aurélie Martin lives in Nantes", subject: "Aurélie Martin" },
    {
      text: "User's landlord is Rupert Sedgwick",
      relations: [["Rupert Sedgwick", "landlord_of", "user"]],
    },
    { text: "Rupert Sedgwick's sister Philippa runs a bakery", subject: "Philippa" },
    {
      text: "User's favourite novel is 'The Salt Road'",
      attribute: "favourite_novel",
      value: "The Salt Road",
    },
    { text: "'The Salt Road' was written by Imogen Clarke", subject: "The Salt Road" },
    {
      text: "Imogen Clarke won the Wexford Prize",
      relations: [["Imogen Clarke", "won", "Wexford Prize"]],
    },
    { text: "User has read three novels this month", kind: "event" },
    { text: "User bakes bread on Saturdays", kind: "preference" },
    { text: "User plays the piano a little" },
    { text: "User won a regatta at school", kind: "event" },
    { text: "User is a member of the library" },
    { text: "User lives in Cardiff", attribute: "home_city", value: "Cardiff" },
    { text: "User's wife is allergic to shellfish" },
    { text: "User grew up in Newport" },
  ],
  questions: [
    { ask: "Of which restaurant is my wife the chef?", answer: "head chef of", hops: 2 },
    { ask: "Who owns the restaurant where Lizzy cooks?", answer: "belongs to Gareth", hops: 2 },
    { ask: "Who owns the restaurant where my wife works?", answer: "belongs to Gareth", hops: 3 },
    {
      ask: "Where did the owner of the Copper Kettle grow up?",
      answer: "grew up in Swansea",
      hops: 2,
    },
    { ask: "Who coaches my rowing club?", answer: "coached by", hops: 2 },
    { ask: "Where does the daughter of my coach study?", answer: "Trinity College", hops: 3 },
    {
      ask: "Where does Benedikt Vogel's daughter study?",
      answer: "Trinity College",
      hops: 2,
    },
    { ask: "Who runs my son's school?", answer: "run by Mrs. Hartley", hops: 3 },
    { ask: "When does the head of Oliver's school retire?", answer: "retires", hops: 3 },
    { ask: "Where does Oliver's piano teacher come from?", answer: "Beirut", hops: 2 },
    {
      ask: "Who is the chief executive of my company?",
      answer: "is Aurelie Martin",
      outdated: "is Femi Adeyemi",
      hops: 2,
    },
    {
      ask: "Where does the CEO of my employer live?",
      answer: "lives in Nantes",
      hops: 3,
    },
    { ask: "Where does the chief of Solenne Wind live?", answer: "lives in Nantes", hops: 2 },
    { ask: "What does my landlord's sister do?", answer: "runs a bakery", hops: 2 },
    {
      ask: "Which prize did the author of my favourite novel win?",
      answer: "Wexford Prize",
      hops: 3,
    },
  ],
};

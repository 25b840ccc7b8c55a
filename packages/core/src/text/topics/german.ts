export const GERMAN_TOPICS: Readonly<Record<string, string>> = {};

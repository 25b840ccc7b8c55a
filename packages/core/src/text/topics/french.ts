export const FRENCH_TOPICS: Readonly<Record<string, string>> = {};

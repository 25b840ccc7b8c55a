export const DUTCH_TOPICS: Readonly<Record<string, string>> = {};

export const ITALIAN_TOPICS: Readonly<Record<string, string>> = {};

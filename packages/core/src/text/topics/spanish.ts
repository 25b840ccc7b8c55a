export const SPANISH_TOPICS: Readonly<Record<string, string>> = {};

export const RUSSIAN_TOPICS: Readonly<Record<string, string>> = {};

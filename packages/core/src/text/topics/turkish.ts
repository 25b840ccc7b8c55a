export const TURKISH_TOPICS: Readonly<Record<string, string>> = {};

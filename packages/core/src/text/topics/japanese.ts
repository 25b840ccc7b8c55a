export const JAPANESE_TOPICS: Readonly<Record<string, string>> = {};

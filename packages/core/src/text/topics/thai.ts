export const THAI_TOPICS: Readonly<Record<string, string>> = {};

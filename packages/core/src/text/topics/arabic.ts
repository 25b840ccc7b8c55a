export const ARABIC_TOPICS: Readonly<Record<string, string>> = {};

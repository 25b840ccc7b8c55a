export const KOREAN_TOPICS: Readonly<Record<string, string>> = {};

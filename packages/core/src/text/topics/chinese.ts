export const CHINESE_TOPICS: Readonly<Record<string, string>> = {};

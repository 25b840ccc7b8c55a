export const HINDI_TOPICS: Readonly<Record<string, string>> = {};

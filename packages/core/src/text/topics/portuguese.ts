export const PORTUGUESE_TOPICS: Readonly<Record<string, string>> = {};

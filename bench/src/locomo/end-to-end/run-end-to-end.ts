export async function runEndToEnd(): Promise<void> {}

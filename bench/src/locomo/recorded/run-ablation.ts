export async function runAblation(): Promise<void> {}

/** Stands for the application's own way to know who is asking. */
export async function currentUser(request: Request): Promise<{ id: string }> {
  return { id: request.headers.get("x-user") ?? "guest" };
}

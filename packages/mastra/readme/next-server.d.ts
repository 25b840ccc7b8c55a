/** The part of Next.js that the route uses. */
declare module "next/server" {
  export function after(task: Promise<unknown> | (() => unknown)): void;
}

const KEPT = "palimpsest-token";

/**
 * The token of the address that the inspector printed. It is taken out of the address, so that it is in
 * no history and no copied link, and kept for this origin, so that the page can be loaded again and a
 * link opened in another tab. Once the inspector has ended it opens nothing any more.
 */
export function takeToken(): string {
  const [, given] = /^#token=([\w-]+)$/.exec(location.hash) ?? [];
  if (given === undefined) return localStorage.getItem(KEPT) ?? "";
  localStorage.setItem(KEPT, given);
  history.replaceState(null, "", "#/");
  return given;
}

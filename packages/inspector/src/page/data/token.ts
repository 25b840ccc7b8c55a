const KEPT = "palimpsest-token";

/**
 * The token of the address that the inspector printed. It is taken out of the address, so that it is in
 * no history and no copied link, and kept as long as the tab, so that the page can be loaded again.
 */
export function takeToken(): string {
  const [, given] = /^#token=([\w-]+)$/.exec(location.hash) ?? [];
  if (given === undefined) return sessionStorage.getItem(KEPT) ?? "";
  sessionStorage.setItem(KEPT, given);
  history.replaceState(null, "", "#/");
  return given;
}

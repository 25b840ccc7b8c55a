const KEPT = "palimpsest-token";
const GIVEN = /^#token=([\w-]+)$/;

/**
 * The token of the address that the inspector printed. It is taken out of the address, so that it is in
 * no history and no copied link, and kept for this origin, so that the page can be loaded again and a
 * link opened in another tab. Once the inspector has ended it opens nothing any more; the address of the
 * next one may be opened in the same tab.
 */
export function takeToken(): string {
  // Where nothing but what is behind the `#` is another, a browser loads nothing.
  addEventListener("hashchange", () => {
    if (GIVEN.test(location.hash)) location.reload();
  });
  const [, given] = GIVEN.exec(location.hash) ?? [];
  if (given === undefined) return localStorage.getItem(KEPT) ?? "";
  localStorage.setItem(KEPT, given);
  history.replaceState(null, "", "#/");
  return given;
}

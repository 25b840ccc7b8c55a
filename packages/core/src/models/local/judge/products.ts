/** Things of which people use one of a kind, so that a switch to one leaves the other behind. */
const KINDS: readonly RegExp[] = [
  /\b(?:Chrome|Firefox|Safari|Edge|Brave|Opera|Vivaldi)\b/,
  /\b(?:VS Code|Vim|Neovim|Emacs|IntelliJ|Sublime(?: Text)?|Zed|Cursor|PyCharm|WebStorm|Eclipse|Xcode)\b/,
  /\b(?:Slack|Microsoft Teams|Discord|Mattermost|Zulip)\b/,
  /\b(?:Windows|macOS|Fedora|Ubuntu|Debian|Arch|Linux Mint)\b/,
  /\b(?:iPhone|Android|Pixel|Galaxy)\b/,
  /\b(?:Garmin|Apple Watch|Fitbit|Polar|Suunto|Whoop|Coros)\b/,
  /\b(?:Spotify|Apple Music|Tidal|Deezer)\b/,
  /\b(?:Notion|Obsidian|Evernote|OneNote|Roam|Logseq)\b/,
  /\b(?:Gmail|Outlook|Proton(?: ?Mail)?|Fastmail)\b/,
  /\b(?:Jira|Trello|Asana|Linear|ClickUp|Basecamp)\b/,
  /\b(?:npm|pnpm|yarn|bun)\b/,
  /\b(?:AWS|Azure|GCP|Google Cloud|Hetzner)\b/,
  /\b(?:Postgres(?:QL)?|MySQL|MariaDB|SQLite|MongoDB)\b/,
  /\b(?:Duolingo|Babbel|Anki|Memrise|Busuu)\b/,
];

const CHANGES =
  /\b(?:switched|moved|migrated|changed|converted|all in on|instead|given|uses|using|wechselte|gewechselt|umgestiegen|cambió|pasó)\b/i;

/**
 * What becomes of a memory of a product when a fact tells of a change to another of its kind: the
 * text with the new one in its place, where the memory says more than that it is used.
 */
export function replaceProduct(fact: string, memory: string): { text?: string } | undefined {
  if (!CHANGES.test(fact)) return undefined;
  for (const kind of KINDS) {
    const [now, before] = [kind.exec(fact)?.[0], kind.exec(memory)?.[0]];
    if (!now || !before || now === before || fact.includes(before)) continue;
    const isUse = new RegExp(
      String.raw`^(?:User uses|Nutzer (?:nutzt|benutzt|verwendet)|Usuario (?:usa|utiliza)) ${before} \S+ \S`,
      "u",
    );
    return isUse.test(memory) ? { text: memory.replace(before, now) } : {};
  }
  return undefined;
}

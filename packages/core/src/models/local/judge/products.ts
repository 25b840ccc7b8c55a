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

/** Whether a fact tells of a change to a product that takes the place of one in the memory. */
export function replacesProduct(fact: string, memory: string): boolean {
  if (!CHANGES.test(fact)) return false;
  return KINDS.some((kind) => {
    const [now, before] = [kind.exec(fact)?.[0], kind.exec(memory)?.[0]];
    return now !== undefined && before !== undefined && now !== before && !fact.includes(before);
  });
}

/** Things of which people mostly use one of a kind, as sources of regular expressions, by their kind. */
export const PRODUCTS: Readonly<Record<string, string>> = {
  browser: "Chrome|Firefox|Safari|Edge|Brave|Opera|Vivaldi",
  editor:
    "VS Code|Vim|Neovim|Emacs|IntelliJ|Sublime(?: Text)?|Zed|Cursor|PyCharm|WebStorm|Eclipse|Xcode",
  chat: "Slack|Microsoft Teams|Discord|Mattermost|Zulip",
  system: "Windows|macOS|Fedora|Ubuntu|Debian|Arch|Linux Mint",
  phone: "iPhone|Android|Pixel|Galaxy",
  watch: "Garmin|Apple Watch|Fitbit|Polar|Suunto|Whoop|Coros",
  music: "Spotify|Apple Music|Tidal|Deezer",
  notes: "Notion|Obsidian|Evernote|OneNote|Roam|Logseq",
  mail: "Gmail|Outlook|Proton(?: ?Mail)?|Fastmail",
  tracker: "Jira|Trello|Asana|Linear|ClickUp|Basecamp",
  packages: "npm|pnpm|yarn|bun",
  cloud: "AWS|Azure|GCP|Google Cloud|Hetzner",
  database: "Postgres(?:QL)?|MySQL|MariaDB|SQLite|MongoDB",
  flashcards: "Duolingo|Babbel|Anki|Memrise|Busuu",
};

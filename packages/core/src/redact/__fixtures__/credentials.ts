import { createHash } from "node:crypto";
import type { CredentialKind } from "../kinds.ts";

/** A credential as it turns up in a chat, and what of the text must go. */
export interface CredentialSample {
  readonly name: string;
  readonly kind: CredentialKind;
  readonly text: string;
  readonly secret: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const HEX = "0123456789abcdef";

let made = 0;

/**
 * Characters that look random and are the same in every run. Values are put together here, so that
 * no scanner of a hosting site takes a line of this file for a key of somebody.
 */
function chars(length: number, alphabet = LETTERS + DIGITS): string {
  made++;
  const bytes = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    createHash("sha256").update(`sample ${made} ${block}`).digest(),
  ).flatMap((digest) => [...digest]);
  return bytes
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join("");
}

function sample(
  name: string,
  kind: CredentialKind,
  secret: string,
  write: (secret: string) => string = (value) => `Here it is: ${value} (please keep it safe)`,
): CredentialSample {
  return { name, kind, secret, text: write(secret) };
}

function pem(label: string, lines = 6): string {
  const body = Array.from({ length: lines }, () => chars(64, `${LETTERS}${DIGITS}+/`));
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`].join("\n");
}

const keys: readonly CredentialSample[] = [
  sample("OpenAI key of old", "api-key", `sk-${chars(20)}T3BlbkFJ${chars(20)}`),
  sample("OpenAI project key", "api-key", `sk-proj-${chars(74, `${LETTERS}${DIGITS}_-`)}9A`),
  sample("Anthropic key", "api-key", `sk-ant-api03-${chars(93, `${LETTERS}${DIGITS}_-`)}AA`),
  sample("OpenRouter key", "api-key", `sk-or-v1-${chars(64, HEX)}`),
  sample("Groq key", "api-key", `gsk_${chars(52)}`),
  sample("xAI key", "api-key", `xai-${chars(80)}`),
  sample("Perplexity key", "api-key", `pplx-${chars(48)}`),
  sample("Replicate token", "api-key", `r8_${chars(37)}`),
  sample("Hugging Face token", "token", `hf_${chars(34)}`),
  sample("Google API key", "api-key", `AIza${chars(35, `${LETTERS}${DIGITS}_-`)}`),
  sample("Google OAuth access token", "token", `ya29.${chars(120, `${LETTERS}${DIGITS}_-`)}`),
  sample("Google OAuth client secret", "api-key", `GOCSPX-${chars(28)}`),
  sample("AWS access key", "api-key", `AKIA${chars(16, UPPER)}`),
  sample("AWS temporary access key", "api-key", `ASIA${chars(16, UPPER)}`),
  sample(
    "AWS secret access key",
    "api-key",
    chars(40, `${LETTERS}${DIGITS}+/`),
    (value) => `[default]\naws_secret_access_key = ${value}\nregion = eu-west-1`,
  ),
  sample(
    "AWS secret after its access key",
    "api-key",
    chars(40, `${LETTERS}${DIGITS}+/`),
    (value) => `the pair is AKIA${chars(16, UPPER)} and ${value}, for staging`,
  ),
  sample("DigitalOcean token", "token", `dop_v1_${chars(64, HEX)}`),
  sample("Databricks token", "token", `dapi${chars(32, HEX)}`),
  sample("HashiCorp Vault token", "token", `hvs.${chars(90)}`),
  sample("SendGrid key", "api-key", `SG.${chars(22)}.${chars(43)}`),
  sample("Mailgun key", "api-key", `key-${chars(32, HEX)}`),
  sample("Mailchimp key", "api-key", `${chars(32, HEX)}-us21`),
  sample("Stripe live key", "api-key", `sk_live_${chars(24)}`),
  sample("Stripe restricted key", "api-key", `rk_test_${chars(99)}`),
  sample("Stripe webhook secret", "api-key", `whsec_${chars(32)}`),
  sample("Twilio API key", "api-key", `SK${chars(32, HEX)}`),
  sample("Shopify token", "token", `shpat_${chars(32, HEX)}`),
  sample("Telegram bot token", "token", `${chars(10, "123456789")}:AA${chars(33)}`),
  sample("Notion token", "token", `ntn_${chars(46)}`),
  sample("Linear key", "api-key", `lin_api_${chars(40)}`),
  sample("Supabase token", "token", `sbp_${chars(40, HEX)}`),
  sample("Docker Hub token", "token", `dckr_pat_${chars(27)}`),
  sample("age key", "private-key", `AGE-SECRET-KEY-1${chars(58, UPPER)}`),
];

const tokens: readonly CredentialSample[] = [
  sample("GitHub token", "token", `ghp_${chars(36)}`),
  sample("GitHub server token", "token", `ghs_${chars(36)}`),
  sample("GitHub fine-grained token", "token", `github_pat_${chars(22)}_${chars(59)}`),
  sample("GitLab token", "token", `glpat-${chars(20, `${LETTERS}${DIGITS}_-`)}x`),
  sample("Slack bot token", "token", `xoxb-${chars(12, DIGITS)}-${chars(13, DIGITS)}-${chars(24)}`),
  sample(
    "Slack app token",
    "token",
    `xapp-1-A${chars(10, UPPER)}-${chars(13, DIGITS)}-${chars(64, HEX)}`,
  ),
  sample(
    "Slack webhook",
    "token",
    `T${chars(9, UPPER)}/B${chars(9, UPPER)}/${chars(24)}`,
    (value) => `post to https://hooks.slack.com/services/${value} at noon`,
  ),
  sample(
    "Discord webhook",
    "token",
    chars(68),
    (value) => `https://discord.com/api/webhooks/${chars(18, "123456789")}/${value}`,
  ),
  sample("npm token", "token", `npm_${chars(36)}`),
  sample("PyPI token", "token", `pypi-AgEIcHlwaS5vcmc${chars(120, `${LETTERS}${DIGITS}_-`)}`),
  sample("JSON Web Token", "token", `eyJ${chars(33)}.eyJ${chars(60)}.${chars(43)}`),
  sample(
    "bearer header",
    "token",
    chars(40),
    (value) => `curl -H "Authorization: Bearer ${value}" https://api.example.com`,
  ),
  sample(
    "basic header",
    "password",
    btoa(`bob:${chars(12)}`),
    (value) => `Authorization: Basic ${value}\nAccept: text/html`,
  ),
];

const azure: readonly CredentialSample[] = [
  sample(
    "Azure storage connection string",
    "api-key",
    `${chars(86, `${LETTERS}${DIGITS}+/`)}==`,
    (value) =>
      `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${value};EndpointSuffix=core.windows.net`,
  ),
  sample(
    "Azure service bus connection string",
    "api-key",
    `${chars(43, `${LETTERS}${DIGITS}+/`)}=`,
    (value) =>
      `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${value}`,
  ),
  sample(
    "Azure SAS",
    "token",
    `${chars(42)}%3D`,
    (value) =>
      `https://acme.blob.core.windows.net/files/plan.pdf?sv=2024-11-04&se=2026-01-01&sp=r&sig=${value}`,
  ),
  sample("Azure client secret", "api-key", `${chars(3)}8Q~${chars(34)}`),
];

const addresses: readonly CredentialSample[] = [
  sample(
    "password in a URL",
    "password",
    chars(14),
    (value) => `git clone https://bob:${value}@git.example.com/acme/site.git`,
  ),
  sample(
    "database URL",
    "password",
    chars(16),
    (value) => `DATABASE_URL=postgres://app:${value}@db.example.com:5432/shop`,
  ),
  sample(
    "MongoDB URL",
    "password",
    `${chars(9)}%21`,
    (value) => `mongodb+srv://root:${value}@cluster0.example.mongodb.net/test`,
  ),
  sample("Redis URL", "password", chars(20), (value) => `redis://:${value}@cache.example.com:6379`),
  sample(
    "database connection string",
    "password",
    `${chars(8)}!9`,
    (value) => `Server=db.example.com;Database=shop;User Id=app;Password=${value};Encrypt=true`,
  ),
];

const files: readonly CredentialSample[] = [
  sample("RSA key", "private-key", pem("RSA PRIVATE KEY")),
  sample("PKCS #8 key", "private-key", pem("PRIVATE KEY")),
  sample("OpenSSH key", "private-key", pem("OPENSSH PRIVATE KEY")),
  sample("PGP key", "private-key", pem("PGP PRIVATE KEY BLOCK")),
  sample(
    "key in JSON",
    "private-key",
    pem("PRIVATE KEY").replaceAll("\n", "\\n"),
    (value) => `{"type":"service_account","private_key":"${value}"}`,
  ),
  sample(
    "key that was cut short",
    "private-key",
    pem("EC PRIVATE KEY").slice(0, 250),
    (value) => `this is all that I have:\n${value}`,
  ),
  sample(
    "variable of an environment",
    "api-key",
    `dj-${chars(30, `${LETTERS}${DIGITS}$!#`)}7`,
    (value) => `DEBUG=1\nSECRET_KEY=${value}\nPORT=8000`,
  ),
  sample(
    "field of JSON",
    "api-key",
    chars(32, HEX),
    (value) => `{ "apiKey": "${value}", "region": "eu" }`,
  ),
  sample(
    "key in words",
    "api-key",
    chars(24),
    (value) => `my API key is ${value}, use it sparingly`,
  ),
];

const cards: readonly CredentialSample[] = [
  sample("Visa card", "card-number", ["4242", "4242", "4242", "4242"].join(" ")),
  sample("Visa card without spaces", "card-number", ["4012", "8888", "8888", "1881"].join("")),
  sample("Mastercard", "card-number", ["5555", "5555", "5555", "4444"].join("-")),
  sample(
    "Mastercard of the second series",
    "card-number",
    ["2223", "0031", "2200", "3222"].join(""),
  ),
  sample("American Express card", "card-number", ["3782", "822463", "10005"].join(" ")),
  sample("Diners card", "card-number", ["3056", "930902", "5904"].join(" ")),
  sample(
    "Discover card before its date",
    "card-number",
    ["6011", "1111", "1111", "1117"].join(" "),
    (value) => `card ${value} 12/27, thanks`,
  ),
];

const words: readonly CredentialSample[] = [
  ["my password is %, do not tell", "hunter2"],
  ["The wifi password: %", "Sunflower-88"],
  ["the PIN for my card is %.", "4711"],
  ["I changed my password to % yesterday", "tr0ub4dor&3"],
  ["my email password was % and nobody knew", "letmein"],
  ['the passphrase is "%"', "correct horse battery staple"],
  ["my password is %", "swordfish"],
  ["Das Passwort lautet %", "Geheimnis!1"],
  ["Mein WLAN-Passwort ist %.", "Apfel2024"],
  ["Die PIN ist %", "0815"],
  ["mi contraseña es %", "Mariposa77"],
  ["La clave del wifi es %, creo", "gato1999"],
  ["mon mot de passe est %", "Soleil#42"],
  ["Le code PIN : %", "2580"],
  ["login bob, password %", "letmein99"],
].map(([form = "", secret = ""]) =>
  sample(`in words: ${form}`, "password", secret, (value) => form.replace("%", value)),
);

/** Credentials in the forms in which people and programs write them; none of them opens anything. */
export const CREDENTIAL_SAMPLES: readonly CredentialSample[] = [
  ...keys,
  ...tokens,
  ...azure,
  ...addresses,
  ...files,
  ...cards,
  ...words,
];

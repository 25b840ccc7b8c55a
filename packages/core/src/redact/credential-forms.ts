import type { Form } from "./create-form-detector.ts";

/** A form that begins and ends with a word. */
function value(form: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])(?:${form})(?![A-Za-z0-9])`, "dg");
}

/** In a value that may hold hyphens and underscores: names have no digit, keys of this length nearly always do. */
const DIGIT = "(?=[A-Za-z_-]{0,100}[0-9])";

/** The same for a prefix that names have, too: a long run, a UUID, or capitals and digits. */
const KEY = `(?:(?=[A-Za-z0-9_-]{0,60}(?:[a-z0-9]{24}|[0-9a-f]{8}-[0-9a-f]{4}-))|(?=[a-z0-9_-]{0,60}[A-Z])${DIGIT})`;

/** The prefixes that providers of models and services give to their keys, and what follows at least. */
const API_KEYS = [
  `(?:sk|pk|rk)[-_]${KEY}[A-Za-z0-9_-]{20,}`, // OpenAI, Anthropic, OpenRouter, DeepSeek, Stripe
  `(?:GOCSPX-|nvapi-|tvly-|xai-|dp\\.(?:pt|st|ct|sa|scim|audit)\\.)${DIGIT}[A-Za-z0-9_-]{20,}`,
  "(?:gsk_|pplx-|whsec_|r8_|fw_|csk-|jina_|lin_api_|ph[cx]_|secret_|PMAK-|NRAK-)[A-Za-z0-9]{20,}",
  "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}", // LangSmith
  "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,}", // Resend
  "AIza[A-Za-z0-9_-]{30,}", // Google
  "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}", // AWS
  "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}", // SendGrid
  "SK[0-9a-f]{32}", // Twilio
  "key-[0-9a-f]{32}", // Mailgun
  "[0-9a-f]{32}-us[0-9]{1,2}", // Mailchimp
  "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}", // Microsoft Entra
];

const TOKENS = [
  "(?:gh[pousr]_|npm_|hf_|ntn_|rubygems_|shp(?:at|ca|pa|ss)_|sbp_|do[opr]_v1_|EAA[A-Z])[A-Za-z0-9]{20,}",
  `(?:github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|agent|oas|soat|imt)-|dckr_pat_|figd_|pypi-|atlasv1-|glc_|glsa_)${DIGIT}[A-Za-z0-9_-]{16,}`,
  "AT[AC]TT3x[A-Za-z0-9_=-]{20,}", // Atlassian
  "(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{16,}", // Slack
  "(?:hv[sb]\\.|ya29\\.|1//0)[A-Za-z0-9_-]{20,}", // Vault, Google
  "dapi[0-9a-f]{32}(?:-[0-9])?", // Databricks
  "[0-9]{8,10}:AA[A-Za-z0-9_-]{33}", // Telegram
  "[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}", // Discord
  "(?<![_-])eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,3}", // RFC 7519, RFC 7516
];

/** Credentials that are known by their own form, or by the protocol in which they stand. */
export const CREDENTIAL_FORMS: readonly Form[] = [
  ["api-key", value(API_KEYS.join("|"))],
  ["token", value(TOKENS.join("|"))],
  ["private-key", value("AGE-SECRET-KEY-1[A-Z0-9]{50,60}")],

  // The secret that goes with an access key of AWS is told by its neighbour only.
  [
    "api-key",
    /(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])[\s\S]{1,80}?(?<![A-Za-z0-9/+])(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/dg,
  ],
  ["token", /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Za-z0-9/_-]{20,})/dg],
  ["token", /discord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/(?<secret>[A-Za-z0-9_-]{20,})/dg],

  // RFC 6750 and RFC 7617. A word after "bearer" or "basic" is none; 16 characters with a digit are.
  [
    "token",
    /(?<![A-Za-z])bearer[\s:]{1,4}(?<secret>(?=[A-Za-z._~+/=-]{0,64}\d)[A-Za-z0-9._~+/=-]{16,})/dgi,
  ],
  [
    "password",
    /(?<![A-Za-z])authorization["']?[\s:]{1,4}["']?basic\s{1,4}(?<secret>[A-Za-z0-9+/=_-]{6,})/dgi,
  ],

  // curl's --user.
  ["password", /\s(?:-u|--user)[ =]["']?[^\s:"']{1,64}:(?<secret>[^\s"']{3,128})/dg],

  ["api-key", /(?<![A-Za-z])(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{20,}={0,2})/dgi],
  // Signatures of shared and presigned addresses: Azure, AWS, Google Cloud.
  [
    "token",
    /[?&;](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=(?<secret>[A-Za-z0-9%+/=_-]{16,})/dgi,
  ],
  // The userinfo of RFC 3986, 3.2.1.
  [
    "password",
    /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'<>[\]]{0,128}:(?<secret>[^\s/?#"'<>]{1,256})@/dgi,
  ],
];

/** Names of variables, placeholders, calls and addresses: they stand where a value would, and tell none. */
const REFERENCES = [
  /^[$%<{]/,
  /^(?:process|os|env|config|secrets|settings|self|this|import|vars|params|req|request)\b[.[]/i,
  /^[\w.]{1,80}\(/,
  /^(?:https?:)?\/\//i,
  /^[.~]?\/[\w.-]+(?:\/|$)/,
  /^(?:\*+|•+|\.+|x+|_+|-+|#+)$/i,
  /^v?\d{1,4}(?:[.-]\d{1,4}){1,3}$/,
  /^(?:o?auth|sha|md|utf|base|argon|bcrypt|aes|rsa|pbkdf|windows|ios|http|tls|rfc)[-_]?\d/i,
];

/** Whether a text that stands behind the name of a secret refers to one, or to none at all. */
export function isReference(value: string): boolean {
  return REFERENCES.some((form) => form.test(value));
}

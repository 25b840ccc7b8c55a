/** What an order may be after that nobody in a conversation may order. */
export type Aim = "others" | "rules" | "secrets" | "tools";

/**
 * How orders are worded in a language. All are sources of regular expressions without groups that
 * capture, for a sentence in lower case without accents.
 */
export interface OrderWords {
  /** What may stand before the verb of an order, like "please", "always" and "from now on". */
  readonly lead: string;
  /** Who is told what to do, and that it is an order, as in "the assistant must". */
  readonly address: string;
  /** What is ordered, verb first: behind a lead, or behind an address. */
  readonly orders: Readonly<Record<Aim, readonly string[]>>;
  /** What is ordered, verb last, anywhere behind an address. */
  readonly ordersAtEnd?: Readonly<Partial<Record<Aim, readonly string[]>>>;
  /** What comes to the same without an order, anywhere in a sentence. */
  readonly claims: Readonly<Partial<Record<Aim, readonly string[]>>>;
  /** Verbs of orders of whatever kind, behind a lead at the beginning of a sentence. */
  readonly verbs: string;
  /** How an order of whatever kind is worded otherwise. */
  readonly anyOrder: readonly string[];
}

/** The same, ready to be used. */
export interface OrderForms {
  readonly aims: readonly (readonly [aim: Aim, form: RegExp])[];
  readonly anyOrder: RegExp;
}

const AIMS = ["rules", "secrets", "tools", "others"] as const satisfies Aim[];

/** Compiles the words of a language. Each form looks at one sentence. */
export function compileOrders(words: OrderWords): OrderForms {
  const { lead, address, orders, ordersAtEnd = {}, claims, verbs, anyOrder } = words;
  const opening = `(?:^(?:${lead})*|(?:${address})\\s+(?:${lead})*)`;
  const aims = AIMS.flatMap((aim) => [
    [aim, oneOf(opening, orders[aim])] as const,
    ...(ordersAtEnd[aim] ? [[aim, oneOf(`(?:${address})\\b.*?`, ordersAtEnd[aim])] as const] : []),
    ...(claims[aim] ? [[aim, oneOf("", claims[aim])] as const] : []),
  ]);
  return { aims, anyOrder: oneOf("", [`^(?:${lead})*(?:${verbs}) `, ...anyOrder]) };
}

function oneOf(before: string, forms: readonly string[]): RegExp {
  return new RegExp(`${before}(?:${forms.join("|")})`, "u");
}

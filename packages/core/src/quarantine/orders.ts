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
  /** What does away with the rules without an order. */
  readonly claims: readonly string[];
  /** How an order of whatever kind begins a sentence, or is one. */
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
  const { lead, address, orders, ordersAtEnd = {}, claims, anyOrder } = words;
  const opening = `(?:^(?:${lead})*|(?:${address})\\s+(?:${lead})*)`;
  const aims = AIMS.flatMap((aim) => [
    [aim, oneOf(opening, orders[aim])] as const,
    ...(ordersAtEnd[aim] ? [[aim, oneOf(`(?:${address})\\b.*?`, ordersAtEnd[aim])] as const] : []),
  ]);
  return {
    aims: [...aims, ["rules", oneOf("", claims)]],
    anyOrder: oneOf("", anyOrder),
  };
}

function oneOf(before: string, forms: readonly string[]): RegExp {
  return new RegExp(`${before}(?:${forms.join("|")})`, "u");
}

import type { ClaimPattern } from "../claims/claim-pattern.ts";
import { PRODUCTS } from "../claims/products.ts";

/** What people say of the browser, the editor and the like that they use, and of another in its place. */
export const PRODUCT_PATTERNS: readonly ClaimPattern[] = Object.keys(PRODUCTS).flatMap((kind) => [
  {
    attribute: kind,
    says: [
      `S switched|changed|converted|migrated|moved [over] [from_{origin}] to {${kind}}`,
      `S is all_in_on|all-in_on {${kind}}`,
    ],
    value: `{${kind}}`,
    cardinality: "one",
  },
  { attribute: kind, says: [`S uses|is_using|runs|is_on {${kind}}`] },
]);

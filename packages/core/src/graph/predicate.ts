/** The predicate of two names for the same. */
export const ALIAS = "also_known_as";

const SAYS_ALIAS =
  /\b(?:aka|alias|also (?:known|called)|better known|known as|nick ?named?|nickname|goes by|short for|same_as|same as)\b|\b(?:everyone|everybody|all|people|we|friends) calls?\b/;

/** Words of a predicate, at most; with more between them, two names have little to do with each other. */
const MOST_WORDS = 6;

/** Longest predicate, in characters. */
const LONGEST = 60;

const EMPTY =
  /^(?:is|am|was|are|were|be|been|being|has been|have been|a|an|the|also|currently|now|still|recently|just|really|his|her|their|its|and|but|who|whom|which|that|while|whose|called|named|name|s|together|very|will|to be)$/;

/**
 * A predicate as it is stored: lower case, words joined by `_`, without articles, auxiliaries and
 * adverbs of time: "is now the head chef of" becomes `head_chef_of`, "is" stays `is`, and what says
 * that two names mean the same is `also_known_as`. `""` when it is too long to say one thing.
 */
export function toPredicate(words: string): string {
  const plain = words
    .toLowerCase()
    .replace(/['’]s\b|[^\p{L}\p{N}\s-]+/gu, " ")
    .replace(/[\s_]+/g, " ")
    .trim();
  if (SAYS_ALIAS.test(plain)) return ALIAS;
  const telling = plain.split(" ").filter((word) => word !== "" && !EMPTY.test(word));
  if (telling.length > MOST_WORDS) return "";
  if (telling.length === 0) return /\b(?:is|was|are|were)\b/.test(plain) ? "is" : "";
  return telling.join("_").slice(0, LONGEST);
}

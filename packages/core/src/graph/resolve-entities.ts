import type { Relation } from "../record.ts";
import { toEntityKey } from "./entity-key.ts";
import { ALIAS } from "./predicate.ts";
import { conceptsAsked, isRole } from "./relation-words.ts";

/** Which names mean the same in one scope. */
export interface Entities {
  /** The key that all names of an entity share; `""` for what is no name. */
  keyOf(name: string): string;
  /** Longer names that a short one may stand for, where that is not certain, each 0…1 likely. */
  maybe(key: string): readonly { key: string; likelihood: number }[];
}

/** How likely a part of a longer name means its bearer, where no other name has that part. */
const PART_LIKELIHOOD = 0.9;

/**
 * Settles which names mean the same: by spelling, by what was told ("also known as"), "user's
 * sister" by who that is, and a first or last name by the only person who has it.
 */
export function resolveEntities(
  names: Iterable<string>,
  relations: readonly Relation[],
): Entities {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    const parent = parents.get(key);
    if (parent === undefined) return key;
    const root = rootOf(parent);
    parents.set(key, root);
    return root;
  };
  const join = (one: string, other: string) => {
    const [from, to] = [rootOf(one), rootOf(other)];
    if (from !== to && from !== "" && to !== "") parents.set(from, to);
  };
  const keyed = relations.map(({ subject, predicate, object }) => ({
    subject: rawKey(subject),
    predicate,
    object: rawKey(object),
  }));
  for (const { subject, predicate, object } of keyed) {
    if (isAlias(predicate)) join(subject, object);
  }
  const keys = new Set([...names].map(rawKey).filter(Boolean));
  const people = new Set(
    keyed.flatMap(({ subject, predicate, object }) =>
      rolesIn(predicate).length > 0 ? [subject, object] : [],
    ),
  );
  const parts = new Map<string, readonly string[]>();
  for (const key of keys) {
    const bearers = bearersOf(key, keys);
    const [only, ...others] = new Set(bearers.map(rootOf));
    if (only === undefined) continue;
    if (others.length === 0 && [key, ...bearers].some((name) => people.has(name))) join(key, only);
    else parts.set(key, bearers);
  }
  for (const key of keys) {
    const owned = splitOwned(key);
    if (owned === undefined) continue;
    const [only, ...others] = holdersOf(owned, keyed, rootOf);
    if (only !== undefined && others.length === 0) join(key, only);
  }
  return {
    keyOf: (name) => rootOf(rawKey(name)),
    maybe(key) {
      const bearers = [...new Set((parts.get(key) ?? []).map(rootOf))];
      return bearers.map((bearer) => ({
        key: bearer,
        likelihood: PART_LIKELIHOOD / bearers.length,
      }));
    },
  };
}

const OWNED = /^(?:(.+)['’]s|(my)) ((?:\S+ )*\S+)$/i;

/** The key of a name; of "user's sister", which is none, the owner's with the role behind it. */
function rawKey(name: string): string {
  const [, owner, my, role] = OWNED.exec(name.trim()) ?? [];
  const noun = role?.toLowerCase().split(" ").at(-1);
  if (role === undefined || noun === undefined || !isRole(noun)) return toEntityKey(name);
  return `${rawKey(my ?? owner ?? "")}'s ${role.toLowerCase()}`;
}

function splitOwned(key: string): { owner: string; role: string } | undefined {
  const at = key.lastIndexOf("'s ");
  return at === -1 ? undefined : { owner: key.slice(0, at), role: key.slice(at + 3) };
}

/** Who holds a role for somebody, by all that is told of it from either end. */
function holdersOf(
  { owner, role }: { owner: string; role: string },
  relations: readonly Relation[],
  rootOf: (key: string) => string,
): Set<string> {
  const wanted = new Set(conceptsAsked(role.split(" ").at(-1) ?? ""));
  const holders = new Set<string>();
  for (const { subject, predicate, object } of relations) {
    if (!rolesIn(predicate).some((concept) => wanted.has(concept))) continue;
    const [of, holder] = isFromHolder(predicate) ? [object, subject] : [subject, object];
    if (rootOf(of) === rootOf(owner) && splitOwned(holder) === undefined) {
      holders.add(rootOf(holder));
    }
  }
  return holders;
}

/** "sister_of" is told of the sister, "sister" of whose sister it is. */
function isFromHolder(predicate: string): boolean {
  return /(?:^|_)(?:of|for|at|in)$|^(?:is|manages|leads|owns|teaches|coaches)_?/.test(predicate);
}

function rolesIn(predicate: string): string[] {
  return predicate
    .toLowerCase()
    .split(/[\s_]+/)
    .flatMap(conceptsAsked);
}

/** Whether a predicate says that two names mean the same. */
export function isAlias(predicate: string): boolean {
  return predicate === ALIAS;
}

/** The longer names that begin or end with a short one; places and offices of somebody excepted. */
function bearersOf(key: string, keys: ReadonlySet<string>): string[] {
  if (key.length < 3 || /['’]s /.test(key)) return [];
  return [...keys].filter(
    (other) =>
      (other.startsWith(`${key} `) || other.endsWith(` ${key}`)) &&
      !/['’]s | (?:of|for|the|at|in|&) /.test(other),
  );
}

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
export function resolveEntities(names: Iterable<string>, relations: readonly Relation[]): Entities {
  const rawKey = memoize(toRawKey);
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
    roles: rolesIn(predicate),
  }));
  for (const { subject, predicate, object } of keyed) {
    if (isAlias(predicate)) join(subject, object);
  }
  const keys = new Set([...names].map(rawKey).filter(Boolean));
  const people = new Set(
    keyed.flatMap(({ subject, object, roles }) => (roles.length > 0 ? [subject, object] : [])),
  );
  const bonds = indexByRole(keyed);
  const bearers = indexByPart(keys);
  const bearersOf = (part: string) => [...new Set((bearers.get(part) ?? []).map(rootOf))];
  for (const key of keys) {
    const [only, ...others] = bearersOf(key);
    if (only === undefined || others.length > 0) continue;
    if ([key, ...(bearers.get(key) ?? [])].some((name) => people.has(name))) join(key, only);
  }
  const keyOf = (name: string): string => {
    const root = rootOf(rawKey(name));
    const owned = splitOwned(root);
    if (owned === undefined) return root;
    const [only, ...others] = holdersOf(owned, bonds, rootOf);
    if (only !== undefined && others.length === 0) join(root, only);
    return rootOf(root);
  };
  return {
    keyOf,
    maybe(part) {
      const others = bearersOf(part).filter((bearer) => bearer !== rootOf(part));
      return others.map((key) => ({ key, likelihood: PART_LIKELIHOOD / others.length }));
    },
  };
}

const OWNED = /^(?:(.+)['’]s|(my)) ((?:\S+ )*\S+)$/i;

/** The key of a name; of "user's sister", which is none, the owner's with the role behind it. */
function toRawKey(name: string): string {
  const [, owner, my, role] = OWNED.exec(name.trim()) ?? [];
  const noun = role?.toLowerCase().split(" ").at(-1);
  if (role === undefined || noun === undefined || !isRole(noun)) return toEntityKey(name);
  return `${toRawKey(my ?? owner ?? "")}'s ${role.toLowerCase()}`;
}

function splitOwned(key: string): { owner: string; role: string } | undefined {
  const at = key.lastIndexOf("'s ");
  return at === -1 ? undefined : { owner: key.slice(0, at), role: key.slice(at + 3) };
}

/** That somebody, known by a name, holds a role for somebody. */
interface Bond {
  readonly of: string;
  readonly holder: string;
}

/** What is told of roles, from either end, by role: each name of a large scope is looked up in it. */
function indexByRole(
  relations: readonly (Relation & { roles: readonly string[] })[],
): ReadonlyMap<string, readonly Bond[]> {
  const index = new Map<string, Bond[]>();
  for (const { subject, predicate, object, roles } of relations) {
    const [of, holder] = isFromHolder(predicate) ? [object, subject] : [subject, object];
    if (splitOwned(holder) !== undefined) continue;
    for (const role of roles) {
      const bonds = index.get(role);
      if (bonds) bonds.push({ of, holder });
      else index.set(role, [{ of, holder }]);
    }
  }
  return index;
}

/** Who holds a role for somebody. */
function holdersOf(
  { owner, role }: { owner: string; role: string },
  bonds: ReadonlyMap<string, readonly Bond[]>,
  rootOf: (key: string) => string,
): Set<string> {
  const wanted = conceptsAsked(role.split(" ").at(-1) ?? "");
  const told = wanted.flatMap((concept) => bonds.get(concept) ?? []);
  const root = rootOf(owner);
  return new Set(told.filter(({ of }) => rootOf(of) === root).map(({ holder }) => rootOf(holder)));
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

/** Names by the words that they begin or end with; places and offices of somebody excepted. */
function indexByPart(keys: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const key of keys) {
    const words = key.split(" ");
    if (key.includes("'s ") || words.some((word) => LINKS.has(word))) continue;
    for (let length = 1; length < words.length; length++) {
      for (const part of [words.slice(0, length), words.slice(-length)]) {
        const text = part.join(" ");
        if (text.length >= 3) index.set(text, [...(index.get(text) ?? []), key]);
      }
    }
  }
  return index;
}

/** Names stand in many memories of a scope. */
function memoize(toKey: (name: string) => string): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    const key = keys.get(name) ?? toKey(name);
    keys.set(name, key);
    return key;
  };
}

const LINKS: ReadonlySet<string> = new Set(["of", "for", "the", "at", "in", "&"]);

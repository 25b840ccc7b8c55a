import type { Relation } from "../record.ts";
import { toEntityKey } from "./entity-key.ts";
import { readRelations } from "./read-relations.ts";

/** Relations of one memory, at most. */
const MOST = 20;

/**
 * The relations of a memory: those that were told with it, and those that its text states between
 * others. `undefined` when there are none.
 */
export function gatherRelations(
  text: string,
  told: readonly Relation[] = [],
): readonly Relation[] | undefined {
  const settled = new Set(told.map(endsOf));
  const read = readRelations(text).filter((relation) => !settled.has(endsOf(relation)));
  const all = [...told, ...read].slice(0, MOST);
  return all.length > 0 ? all : undefined;
}

/**
 * What stays of the relations that a memory had when another text takes the place of its own: those
 * whose ends the new text still names, unless a fact tells of the same from now on.
 */
export function keepRelations(
  before: readonly Relation[] = [],
  text: string,
  told: readonly Relation[] = [],
): readonly Relation[] {
  const words = ` ${toEntityKey(text)} `;
  const isNamed = (name: string) => name === "user" || words.includes(` ${toEntityKey(name)} `);
  return [
    ...told,
    ...before.filter(
      (relation) =>
        isNamed(relation.subject) &&
        isNamed(relation.object) &&
        !told.some((other) => endsOf(other) === endsOf(relation)),
    ),
  ];
}

/** Both ends of a relation, whichever is the subject. */
function endsOf({ subject, object }: Relation): string {
  return JSON.stringify([toEntityKey(subject), toEntityKey(object)].toSorted());
}

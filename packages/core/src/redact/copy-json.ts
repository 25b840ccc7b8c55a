/** What becomes of a text or number, with the key that it stands under in its object. */
export type MapLeaf = (leaf: string | number, key: string | undefined) => unknown;

type Container = unknown[] | Record<string, unknown>;

/**
 * A copy of a JSON value with other texts and numbers. Goes over it without recursion, so that no depth
 * is too great; a key like `__proto__` is a key like any other.
 */
export function copyJson(value: unknown, mapLeaf: MapLeaf, mapKey = (key: string) => key): unknown {
  const root: unknown[] = [];
  const open: [source: Container, target: Container][] = [[[value], root]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [source, target] = next;
    for (const [key, item] of Object.entries(source)) {
      const isList = Array.isArray(source);
      Object.defineProperty(target, isList ? key : mapKey(key), {
        value: copy(item, isList ? undefined : key),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  }
  return root[0];

  function copy(item: unknown, key: string | undefined): unknown {
    if (typeof item === "string" || typeof item === "number") return mapLeaf(item, key);
    if (typeof item !== "object" || item === null) return item;
    const target: Container = Array.isArray(item) ? [] : {};
    open.push([item as Container, target]);
    return target;
  }
}

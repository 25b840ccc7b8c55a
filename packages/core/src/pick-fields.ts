/** A new object with the named properties of another; absent ones are left out. */
export function pickFields<OBJECT extends object, NAME extends keyof OBJECT>(
  object: OBJECT,
  names: readonly NAME[],
): Pick<OBJECT, NAME> {
  const present = names.filter((name) => object[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, object[name]])) as Pick<OBJECT, NAME>;
}

/** The properties of `object` that have a value: absent ones are absent, not `undefined`. */
export function withoutAbsent<const OBJECT extends object>(object: OBJECT): WithoutAbsent<OBJECT> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as WithoutAbsent<OBJECT>;
}

type WithoutAbsent<OBJECT> = {
  [NAME in keyof OBJECT as undefined extends OBJECT[NAME] ? never : NAME]: OBJECT[NAME];
} & {
  [NAME in keyof OBJECT as undefined extends OBJECT[NAME] ? NAME : never]?: Exclude<
    OBJECT[NAME],
    undefined
  >;
};

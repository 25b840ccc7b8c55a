/** A flag as `parseArgs` of node:util takes it, with what its help says. */
type Flag = {
  readonly short?: string;
  /** One line. */
  readonly help: string;
} & (
  | { readonly type: "boolean" }
  /** `value` stands for the text in the help. */
  | { readonly type: "string"; readonly value: string; readonly multiple?: true }
);

/** Flags by their names, without the dashes. */
export type Flags = Readonly<Record<string, Flag>>;

/** What the flags of a command line hold; a flag that may be given several times, all of its texts. */
export type Values<FLAGS extends Flags> = {
  readonly [NAME in keyof FLAGS]: ValueOf<FLAGS[NAME]> | undefined;
};

type ValueOf<FLAG extends Flag> = FLAG extends { type: "boolean" }
  ? boolean
  : FLAG extends { multiple: true }
    ? readonly string[]
    : string;

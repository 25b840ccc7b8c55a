import { ben } from "./ben.ts";
import { greta } from "./greta.ts";
import type { Life } from "./life.ts";
import { lucia } from "./lucia.ts";
import { mara } from "./mara.ts";
import { noor } from "./noor.ts";

/** Five lives and eighty questions about their times. */
export const LIVES: readonly Life[] = [mara, ben, greta, lucia, noor];

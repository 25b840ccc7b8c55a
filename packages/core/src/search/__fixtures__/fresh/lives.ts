import type { SortedLife } from "../sorted-life.ts";
import { jonas } from "./jonas.ts";
import { marcin } from "./marcin.ts";
import { nadia } from "./nadia.ts";

/** Three lives and forty questions, written after the rules were mended and before they were run on them. */
export const FRESH: readonly SortedLife[] = [nadia, marcin, jonas];

// A process that measures our saver on a young place and on an old one, and tells its parent.
import { once } from "node:events";
import { measureSteady } from "./measure-steady.ts";
import type { SteadyRequest } from "./measure-steady-in-new-process.ts";

const [request] = (await once(process, "message")) as [SteadyRequest];
process.send?.(await measureSteady(request));
process.disconnect();

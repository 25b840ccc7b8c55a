// A process that enters a store's folder, holds its lock, says so, and leaves nothing in order.
import { attendFolder } from "../turns/attend-folder.ts";
import { createFolderLock } from "../turns/folder-lock.ts";

const attendance = await attendFolder(process.argv[2]);
const hold = await createFolderLock(attendance).tryHold();
process.send(hold ? "holds" : "waits");
setInterval(() => {}, 1_000);

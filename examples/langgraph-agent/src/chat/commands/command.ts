import type { Session } from "../session.ts";

/** Something that can be typed beside messages. */
export interface Command {
  usage: string;
  help: string;
  run(session: Session, argument: string): Promise<void>;
}

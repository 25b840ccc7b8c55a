import type { Subject } from "../../retrieval/subject.ts";
import type { RecordedFact } from "../to-recorded.ts";

/** Somebody who keeps recorded facts and finds them again. */
export interface RecordedSubject extends Subject, AsyncDisposable {
  put(fact: RecordedFact): Promise<void>;
}

import type { Engine } from "../engine.ts";
import type { Scope } from "../scope.ts";
import { createRedactor, type Redacted, type Redactor } from "./create-redactor.ts";

/**
 * What a call was given, as it may be kept and be shown to models, and what was removed from it, which
 * is also told by the event `redacted`.
 *
 * @throws {RedactionError} when the hook fails.
 */
export async function redactInput<INPUT>(
  engine: Engine,
  scope: Scope | undefined,
  redact: (redactor: Redactor) => Promise<INPUT>,
): Promise<{ input: INPUT; redacted: Redacted | undefined }> {
  const redactor = createRedactor(engine.settings.redact);
  const input = await redact(redactor);
  const { redacted } = redactor;
  if (redacted) engine.emit({ type: "redacted", ...(scope && { scope }), redacted });
  return { input, redacted };
}

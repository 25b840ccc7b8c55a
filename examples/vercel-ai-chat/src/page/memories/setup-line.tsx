import { useEffect, useState } from "react";
import type { OnTheWire, Setup } from "../../wire.ts";
import { fetchSetup } from "../data/call-api.ts";

/** Which models are at work; nothing while that is not known. */
export function SetupLine() {
  const [setup, setSetup] = useState<OnTheWire<Setup>>();
  useEffect(() => {
    const left = new AbortController();
    fetchSetup(left.signal).then(setSetup, () => setSetup(undefined));
    return () => left.abort();
  }, []);
  if (setup === undefined) return null;
  return (
    <p className="setup">
      Answers: {setup.chat} · memories: {setup.model}
    </p>
  );
}

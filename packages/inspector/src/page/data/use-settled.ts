import { useEffect, useState } from "react";

/** Long enough for the next key, short enough not to be waited for. */
const PAUSE_MS = 200;

/** The value, once it has not changed for a moment: what is typed is not asked for letter by letter. */
export function useSettled<VALUE>(value: VALUE): VALUE {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

import { useEffect, useState } from "react";

const PARAMETER = "user";

/** Who talks: kept in the address, so that each tab has a user and keeps it when it is loaded again. */
export function useUser(otherwise: string): [string, (userId: string) => void] {
  const [userId, setUserId] = useState(() => readUser() ?? otherwise);
  useEffect(() => {
    const follow = () => setUserId(readUser() ?? otherwise);
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [otherwise]);
  return [
    userId,
    (next) => {
      if (next === userId) return;
      const address = new URL(window.location.href);
      address.searchParams.set(PARAMETER, next);
      window.history.pushState(null, "", address);
      setUserId(readUser() ?? otherwise);
    },
  ];
}

/** An empty id names nobody. */
function readUser(): string | undefined {
  return new URLSearchParams(window.location.search).get(PARAMETER)?.trim() || undefined;
}

/** Whose the memories of a store are. */
export interface StorePlan {
  /** Memories in the store. */
  size: number;
  /** Users who share them, apart from the one with a large scope. */
  users: number;
  /** Memories of the one user who has many; 0 in small stores. */
  largeScope: number;
}

/** The user with many memories. */
export const LARGE_USER = "large-user";

const MEMORIES_PER_USER = 100;
const LARGE_SCOPE = 20_000;
const LEAST_SIZE_WITH_LARGE_SCOPE = 100_000;

/** The plan of a store with so many memories and at most so many users. */
export function planStore(size: number, mostUsers: number): StorePlan {
  return {
    size,
    users: Math.max(1, Math.min(mostUsers, Math.floor(size / MEMORIES_PER_USER))),
    largeScope: size >= LEAST_SIZE_WITH_LARGE_SCOPE ? LARGE_SCOPE : 0,
  };
}

/** The user of the memory with this number. Users take turns, so that nobody's stand together. */
export function userOf(index: number, { size, users, largeScope }: StorePlan): string {
  if (largeScope > 0 && index % Math.floor(size / largeScope) === 0) return LARGE_USER;
  return `user-${index % users}`;
}

/** The numbers of a user's memories. */
export function memoriesOf(userId: string, plan: StorePlan): number[] {
  const isLarge = userId === LARGE_USER;
  const step = isLarge ? Math.floor(plan.size / plan.largeScope) : plan.users;
  const first = isLarge ? 0 : Number(userId.slice("user-".length));
  const count = Math.ceil((plan.size - first) / step);
  return Array.from({ length: count }, (_, turn) => first + turn * step).filter(
    (index) => userOf(index, plan) === userId,
  );
}

/** Whose the memories of a store are. */
export interface StorePlan {
  /** Memories in the store. */
  size: number;
  /** Users who share them, apart from the one with a large scope. */
  users: number;
  /** Every so many memories one belongs to the user with a large scope; 0: there is none. */
  largeEvery: number;
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
    largeEvery: size < LEAST_SIZE_WITH_LARGE_SCOPE ? 0 : Math.floor(size / LARGE_SCOPE),
  };
}

/** The user of the memory with this number. Users take turns, so that nobody's stand together. */
export function userOf(index: number, { users, largeEvery }: StorePlan): string {
  if (largeEvery === 0) return `user-${index % users}`;
  if (index % largeEvery === 0) return LARGE_USER;
  return `user-${(index - Math.floor(index / largeEvery) - 1) % users}`;
}

/** Everybody who has memories. */
export function usersOf({ users, largeEvery }: StorePlan): string[] {
  const small = Array.from({ length: users }, (_, at) => `user-${at}`);
  return largeEvery === 0 ? small : [LARGE_USER, ...small];
}

/** The numbers of a user's memories. */
export function memoriesOf(userId: string, { size, users, largeEvery }: StorePlan): number[] {
  const ofLarge = largeEvery === 0 ? 0 : Math.ceil(size / largeEvery);
  if (userId === LARGE_USER) return Array.from({ length: ofLarge }, (_, at) => at * largeEvery);
  const first = Number(userId.slice("user-".length));
  const count = Math.ceil((size - ofLarge - first) / users);
  const turns = Array.from({ length: count }, (_, at) => first + at * users);
  if (largeEvery === 0) return turns;
  return turns.map((turn) => turn + Math.floor(turn / (largeEvery - 1)) + 1);
}

/** An object whose properties are there or not, but never `undefined`: what libraries with exact types take. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is `undefined`. */
export function present<T extends object>(value: T): Present<T> {
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  // The compiler can't follow keys through entries; the type says just what the filter does.
  return Object.fromEntries(kept) as Present<T>;
}

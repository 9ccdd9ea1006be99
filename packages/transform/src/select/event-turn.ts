/**
 * Lets the event loop take one turn, so that what goes on beside does not wait for a thread that is busy: the next
 * bytes are inflated, another thread's answers are taken. `null` where a turn costs more than it brings, which is
 * everywhere but in Node: a browser's timers wait for milliseconds.
 */
export const eventTurn: (() => Promise<void>) | null = immediateTurn();

function immediateTurn(): (() => Promise<void>) | null {
  // By its name: there are no types of Node's outside `src/node`.
  const immediately: unknown = Reflect.get(globalThis, "setImmediate");
  if (typeof immediately !== "function") return null;
  return () =>
    new Promise((resolve) => {
      immediately(resolve);
    });
}

/**
 * Work that goes on side by side and is handed out in the order in which it was begun. No more than a fixed number of
 * tasks is ever under way: who adds the last there is room for waits for the oldest, which keeps memory bounded.
 */
export class InOrder<T> {
  readonly #limit: number;
  readonly #tasks: Promise<T>[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a task that has begun, and hands out the oldest until there is room for another. */
  async *add(task: Promise<T>): AsyncGenerator<T> {
    // Its failure is told when it is its turn.
    task.catch(() => undefined);
    this.#tasks.push(task);
    while (this.#tasks.length >= this.#limit) yield* this.#oldest();
  }

  /** Hands out all that is left. */
  async *rest(): AsyncGenerator<T> {
    while (this.#tasks.length > 0) yield* this.#oldest();
  }

  async *#oldest(): AsyncGenerator<T> {
    const task = this.#tasks.shift();
    if (task !== undefined) yield await task;
  }
}

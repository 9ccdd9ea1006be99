/**
 * Work that goes on side by side and is handed out in the order in which it was begun. It holds a fixed number of
 * tasks: who adds one more waits for the oldest, which is what keeps memory bounded.
 */
export class InOrder<T> {
  readonly #limit: number;
  readonly #tasks: Promise<T>[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Begins a task, and hands out the oldest when there are too many. */
  async *add(task: Promise<T>): AsyncGenerator<T> {
    // Its failure is told when it is its turn.
    task.catch(() => undefined);
    this.#tasks.push(task);
    while (this.#tasks.length >= this.#limit + 1) yield* this.#oldest();
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

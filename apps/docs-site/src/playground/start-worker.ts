import { type Remote, wrap } from "comlink";
import type { PlaygroundApi } from "./protocol.js";
import workerUrl from "./worker/worker.ts?worker&url";

/** The worker's thread, and the way to end it together with everything it holds. */
export interface StartedWorker {
  readonly api: Remote<PlaygroundApi>;
  end(): void;
}

/**
 * Starts the worker from a blob that does nothing but load it. A worker with an address of its own would have a
 * content security policy of its own, and without a server's header that is none; one from a blob inherits the
 * page's, so that `connect-src 'none'` holds for the thread that reads the archive, too.
 *
 * Told of what nothing in the worker catches, such as code that could not be loaded.
 */
export function startWorker(onError: (message: string) => void): StartedWorker {
  const url = URL.createObjectURL(
    new Blob([loader(new URL(workerUrl, location.href))], { type: "text/javascript" }),
  );
  const worker = new Worker(url, { type: "module" });
  worker.addEventListener("error", (event) => onError(event.message));
  return {
    api: wrap<PlaygroundApi>(worker),
    end() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/**
 * Loads a module and then gives it the messages that came before. A static import would fall under `worker-src`,
 * which then had to allow workers without a policy.
 */
function loader(module: URL): string {
  return `
    const early = [];
    const keep = (event) => early.push(event.data);
    addEventListener("message", keep);
    await import(${JSON.stringify(module.href)}).catch((error) => setTimeout(() => { throw error; }));
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  `;
}

import { REGISTER } from "../../../search/format.js";
import type { LoadFile } from "../../../search/search-engine.js";

/**
 * Loads files of the index as scripts: from a disk a page can load nothing else. Each calls one function with
 * its name and what it holds.
 */
export function indexFiles(folder: string): LoadFile {
  const waiting = new Map<string, (value: unknown) => void>();
  Object.defineProperty(window, REGISTER, {
    value: (name: string, value: unknown) => {
      waiting.get(name)?.(value);
      waiting.delete(name);
    },
  });
  return (name) =>
    new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `${folder}${name}.js`;
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => {
        script.remove();
        waiting.delete(name);
        reject(new Error(`${name} could not be loaded`));
      });
      document.head.append(script);
    });
}

import { openArchive, openContainer } from "@archive/reader";
import { memoryLibrary, type SelectOptions, select, type Target } from "@archive/transform";

/** The files that a target makes of an archive here, path to bytes. */
export async function madeInNode<Options>(
  archivePath: string,
  target: Target<Options>,
  options: Options,
  needs: Partial<SelectOptions> = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  await using archive = await openArchive(archivePath);
  using library = memoryLibrary();
  const { selection } = await select(archive, { library, ...needs });
  const files = new Map<string, Uint8Array>();
  for await (const { path, content } of target.render(selection, options)) {
    if (typeof content === "string") files.set(path, Buffer.from(content));
    else if (content instanceof Uint8Array) files.set(path, content);
    else files.set(path, await gathered(content));
  }
  return files;
}

/** The files of a zip, path to bytes. */
export async function filesOfZip(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  await using container = await openContainer(path);
  const files = new Map<string, Uint8Array>();
  for await (const entry of container.entries()) files.set(entry.path, await gathered(container.open(entry)));
  return files;
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Whether two files are the same; one that is not there is like none. */
export function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}

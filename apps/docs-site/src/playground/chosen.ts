import type { FolderFile } from "@archive/reader";

/** What a person chose or dropped: one file, or a folder as the files in it. */
export interface Chosen {
  readonly name: string;
  readonly source: File | readonly FolderFile[];
}

/** A file that was chosen. */
export function chosenFile(file: File): Chosen {
  return { name: file.name, source: file };
}

/** A folder that was chosen in a dialog: the browser lists its files, each with the folder's name before its path. */
export function chosenFolder(files: Iterable<File>): Chosen {
  const listed = [...files].map((file) => ({ path: file.webkitRelativePath, file }));
  return {
    name: listed[0]?.path.split("/")[0] ?? "",
    source: listed.map(({ path, file }) => ({ path: path.slice(path.indexOf("/") + 1), file })),
  };
}

/** What was dropped; `null` when it holds no file. Has to be called while the drop is handled: later it is gone. */
export function dropped(transfer: DataTransfer): Promise<Chosen | null> {
  const [item] = transfer.items;
  const entry = item?.webkitGetAsEntry() ?? null;
  const [file] = transfer.files;
  if (entry !== null && isDirectory(entry)) {
    return filesBelow(entry, "").then((source) => ({ name: entry.name, source }));
  }
  return Promise.resolve(file === undefined ? null : chosenFile(file));
}

/** Every file below a folder that was dropped; one that can't be opened is left out, as it would be on a disk. */
async function filesBelow(folder: FileSystemDirectoryEntry, path: string): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const entry of await childrenOf(folder)) {
    const below = `${path}${entry.name}`;
    if (isDirectory(entry)) files.push(...(await filesBelow(entry, `${below}/`)));
    else if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
      if (file !== null) files.push({ path: below, file });
    }
  }
  return files;
}

/** A reader gives a hundred at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

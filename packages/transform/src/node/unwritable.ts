import { ArchiveError } from "@archive/schema";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "your quota of the disk is used up",
  ENOENT: "its folder does not exist",
  ENOTDIR: "something that is no folder stands in its path",
  EISDIR: "a folder stands in its place",
  EEXIST: "something stands in its place",
  ENOTEMPTY: "something stands in its place",
  ENAMETOOLONG: "its name is too long for the disk",
  EBUSY: "another program is using it, or a disk is mounted there",
  EMFILE: "too many files are open",
  EIO: "the disk reports a fault",
  EFBIG: "the disk takes no file of that size",
};

/** An error of the operating system as an ArchiveError; every other error as it is. */
export function unwritable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  if (error instanceof ArchiveError || !("syscall" in error)) return error;
  const reason = REASONS[error.code] ?? error.code;
  return new ArchiveError("output/unwritable", {
    message: `${path} can't be written: ${reason}.`,
    file: path,
    cause: error,
  });
}

/** Runs something that writes; errors of the operating system come out as `output/unwritable`. */
export async function writing<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unwritable(path, error);
  }
}

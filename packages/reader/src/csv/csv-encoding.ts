/** How the bytes of a CSV file stand for its text. */
export interface CsvEncoding {
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
  /** Bytes of a character of ASCII. */
  readonly unit: 1 | 2;
  /** Bytes of the byte order mark at its beginning. */
  readonly mark: number;
}

/** The encoding that a file's first bytes show. Anything without a mark or zeros is taken as UTF-8. */
export function csvEncodingOf(head: Uint8Array): CsvEncoding {
  const [a = -1, b = -1, c = -1] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", unit: 1, mark: 3 };
  if (a === 0xff && b === 0xfe) return { name: "utf-16le", unit: 2, mark: 2 };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", unit: 2, mark: 2 };
  if (a > 0 && b === 0) return { name: "utf-16le", unit: 2, mark: 0 };
  if (a === 0 && b > 0) return { name: "utf-16be", unit: 2, mark: 0 };
  return { name: "utf-8", unit: 1, mark: 0 };
}

/** Text of bytes, and whether they are what the encoding says. */
export interface CsvText {
  readonly text: string;
  /** Not in the encoding: bytes that are not UTF-8 were read as Windows-1252, as spreadsheets write it. */
  readonly foreign: boolean;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows = new TextDecoder("windows-1252");
const wide: Readonly<Record<"utf-16le" | "utf-16be", TextDecoder>> = {
  "utf-16le": new TextDecoder("utf-16le", { ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { ignoreBOM: true }),
};

/** The text of a part of a CSV file. */
export function csvTextOf(bytes: Uint8Array, encoding: CsvEncoding): CsvText {
  if (encoding.name !== "utf-8") return { text: wide[encoding.name].decode(bytes), foreign: false };
  try {
    return { text: utf8.decode(bytes), foreign: false };
  } catch {
    return { text: windows.decode(bytes), foreign: true };
  }
}

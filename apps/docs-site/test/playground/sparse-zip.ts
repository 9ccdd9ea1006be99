import { open } from "node:fs/promises";

const END_BYTES = 22;
const STORED_NAME = "media_attachments/files/large.mp4";

/**
 * Writes a zip as a file of many gigabytes: the entries of `zip`, and one more of so many zero bytes that take no
 * room on the disk. Sizes and the directory's place are Zip64, as they have to be.
 */
export async function writeSparseZip(path: string, zip: Uint8Array, bytes: number): Promise<void> {
  const source = Buffer.from(zip);
  const end = source.length - END_BYTES;
  const entries = source.readUInt16LE(end + 10);
  const directory = source.subarray(source.readUInt32LE(end + 16), end);
  const name = Buffer.from(STORED_NAME);

  const local = Buffer.alloc(30 + name.length + 20);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(45, 4);
  local.writeUInt16LE(0x21, 12); // 1 January 1980
  local.writeUInt32LE(0xffffffff, 18);
  local.writeUInt32LE(0xffffffff, 22);
  local.writeUInt16LE(name.length, 26);
  local.writeUInt16LE(20, 28);
  name.copy(local, 30);
  writeSizes(local, 30 + name.length, bytes);

  const central = Buffer.alloc(46 + name.length + 20);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(45, 4);
  central.writeUInt16LE(45, 6);
  central.writeUInt16LE(0x21, 14);
  central.writeUInt32LE(0xffffffff, 20);
  central.writeUInt32LE(0xffffffff, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(20, 30);
  central.writeUInt32LE(source.length - END_BYTES - directory.length, 42);
  name.copy(central, 46);
  writeSizes(central, 46 + name.length, bytes);

  const body = source.subarray(0, source.length - END_BYTES - directory.length);
  const directoryAt = body.length + local.length + bytes;
  const directoryBytes = directory.length + central.length;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries + 1), 24);
  end64.writeBigUInt64LE(BigInt(entries + 1), 32);
  end64.writeBigUInt64LE(BigInt(directoryBytes), 40);
  end64.writeBigUInt64LE(BigInt(directoryAt), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  const end32 = Buffer.alloc(END_BYTES, 0xff);
  end32.writeUInt32LE(0x06054b50, 0);
  end32.writeUInt32LE(0, 4);
  end32.writeUInt16LE(0, 20);

  const file = await open(path, "w");
  try {
    await file.write(Buffer.concat([body, local]), 0, null, 0);
    await file.write(Buffer.concat([directory, central, end64, locator, end32]), 0, null, directoryAt);
  } finally {
    await file.close();
  }
}

function writeSizes(header: Buffer, at: number, bytes: number): void {
  header.writeUInt16LE(1, at);
  header.writeUInt16LE(16, at + 2);
  header.writeBigUInt64LE(BigInt(bytes), at + 4);
  header.writeBigUInt64LE(BigInt(bytes), at + 12);
}

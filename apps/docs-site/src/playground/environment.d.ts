/// <reference types="astro/client" />

declare module "*.zip?url&inline" {
  /** The file as a `data:` address in base64. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives it so.
  export default address;
}

/** Reads blobs at once; only workers have it, and the library of types for pages does not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

import sample from "@archive/fixtures/sample.zip?url&inline";

/** The sample archive. It is part of this module, for the page may fetch nothing. */
export function sampleFile(): File {
  const base64 = sample.slice(sample.indexOf(",") + 1);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], "sample.zip", { type: "application/zip" });
}

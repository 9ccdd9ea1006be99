import type { OutputFile } from "@archive/transform";

/** What a file of an output holds, as text. */
export async function outputText(content: OutputFile["content"]): Promise<string> {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for await (const chunk of content) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Makes HTML of Markdown. Its HTML is as hostile as its author: whoever shows it cleans it first. */
export type ToHtml = (markdown: string) => string;

/** Loads the library: few exports hold Markdown. */
export async function markdownToHtml(): Promise<ToHtml> {
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([
    import("micromark"),
    import("micromark-extension-gfm"),
  ]);
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
  return (markdown) => micromark(markdown, options);
}

const encoder = new TextEncoder();
/** Characters that are gathered before they become bytes. */
const CHUNK = 1 << 16;

/** One JSON object whose last key is a list that is written as its elements come; no element is kept. */
export async function* jsonCollection(
  head: Readonly<Record<string, unknown>>,
  list: string,
  elements: AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array> {
  const begin = JSON.stringify(head).slice(0, -1);
  let text = `${begin}${begin === "{" ? "" : ","}${JSON.stringify(list)}:[`;
  let first = true;
  for await (const element of elements) {
    text += `${first ? "" : ","}\n${JSON.stringify(element)}`;
    first = false;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(`${text}\n]}\n`);
}

/** The files of the n-th output: `patch` changes few of them from one to the next, `anew` all and their folders. */
export function rewrites(kind: string, round: number): { readonly path: string; readonly content: string }[] {
  return Array.from({ length: 300 }, (_, at) => {
    const changes = kind === "anew" || at % 10 === 0;
    const folder = kind === "anew" ? `part-${at % 7}-${round % 2}` : `part-${at % 7}`;
    return { path: `${folder}/${at}.txt`, content: `file ${at} of ${changes ? round % 2 : "all"}\n` };
  });
}

import {
  create,
  jsonBytes,
  mastodonArchive,
  note,
  packTarGz,
  packZip,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { describe, expect, it } from "vitest";

const item = create(note({ id: "7", content: "gone" }));
const list = (elements: readonly unknown[]): Uint8Array =>
  jsonBytes({ type: "OrderedCollection", orderedItems: elements });
const WITH_KEY = { id: TESS.uri, type: "Person", privateKeyPem: "-----BEGIN PRIVATE KEY-----" };
const GONE = list([
  { goneSince: "2024-01-01T00:00:00+01:00", item: { ...item, actor: WITH_KEY } },
  { goneSince: "2024-01-01T00:00:00Z" },
  "nothing",
]);
const HISTORY = list([{ item }, { goneSince: "some day", item }]);

async function earlierOf(archive: Awaited<ReturnType<typeof openArchive>>) {
  const found: unknown[] = [];
  const codes: string[] = [];
  const onDiagnostic = ({ code }: { code: string }): void => void codes.push(code);
  for await (const { value, raw, file, pointer, later } of archive.earlier({ onDiagnostic }))
    found.push([value.id, JSON.stringify(raw).includes("PRIVATE KEY"), file, pointer, later]);
  return { found, codes };
}

describe("earlier items of a merged archive", () => {
  const files = new Map([
    ...mastodonArchive({ activities: [create()] }),
    ["gone.json", GONE],
    ["history.json", HISTORY],
  ]);

  it.each(["zip", "tar.gz"])("are given with what later exports have of them, from a %s", async (kind) => {
    const bytes = await (kind === "zip" ? packZip(files) : packTarGz(files));
    await using archive = await openArchive(new Uint8Array(bytes));
    const { found, codes } = await earlierOf(archive);
    const id = `${statusUri(TESS, "7")}/activity`;
    expect(found).toEqual([
      [id, false, "gone.json", "/orderedItems/0/item", { state: "gone", since: "2023-12-31T23:00:00Z" }],
      [id, false, "history.json", "/orderedItems/0/item", { state: "superseded" }],
      [id, false, "history.json", "/orderedItems/1/item", { state: "superseded" }],
    ]);
    expect(codes).toContain("secret/private-key");
    const ids: unknown[] = [];
    for await (const { value } of archive.outbox()) ids.push(value.id);
    expect(ids).toEqual([create().id]);
  });

  it("are none in any other archive, nor in other people's files of that name", async () => {
    await using plain = await openArchive(new Uint8Array(await packZip(mastodonArchive())));
    expect((await earlierOf(plain)).found).toEqual([]);
    const foreign = new Map([
      ...mastodonArchive(),
      ["gone.json", jsonBytes({ wind: true })],
      ["history.json", jsonBytes([1])],
    ]);
    await using other = await openArchive(new Uint8Array(await packZip(foreign)));
    expect((await earlierOf(other)).found).toEqual([]);
  });

  it("tell their age by the outbox, for a merged archive has no time of its own", async () => {
    const outbox = jsonBytes({
      type: "OrderedCollection",
      updated: "2025-01-01T00:00:00Z",
      orderedItems: [create()],
    });
    await using archive = await openArchive(
      new Uint8Array(await packZip(new Map([...files, ["outbox.json", outbox]]))),
    );
    expect(archive.info.exportedAt).toBe("2025-01-01T00:00:00Z");
  });
});

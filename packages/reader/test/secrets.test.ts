import { create, mastodonArchive, packTar, packTarGz, packZip } from "@archive/fixtures";
import type { Diagnostic, JsonObject } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { type OpenArchiveOptions, openArchive } from "../src/index.js";

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));
/** Stands in everything that must not come out. */
const MARK = "geheim";
const PEM = `-----BEGIN RSA PRIVATE KEY-----\n${MARK}\n-----END RSA PRIVATE KEY-----`;

const ACTOR = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: "https://a.example/users/x",
  type: "Person",
  preferredUsername: "x",
  publicKey: { id: "https://a.example/users/x#main-key", publicKeyPem: "-----BEGIN PUBLIC KEY-----" },
  privateKeyPem: PEM,
  assertionMethod: [{ type: "Multikey", publicKeyMultibase: "z6Mk", secretKeyMultibase: MARK }],
  keys: [PEM, "public"],
  jwk: { kty: "OKP", crv: "Ed25519", x: "public", d: MARK },
  email: `${MARK}@a.example`,
  user: { current_sign_in_ip: MARK, "last-sign-in-ip": MARK, streamKey: MARK, encrypted_password: MARK },
  attachment: [{ type: "PropertyValue", name: "E-mail", value: "me@a.example" }],
  showEmail: false,
} satisfies JsonObject;

async function read(files: ReadonlyMap<string, Uint8Array>, options: OpenArchiveOptions = {}) {
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => found.push(each) };
  const documents: unknown[] = [];
  for (const source of [await packZip(files), await packTar(files), await packTarGz(files)]) {
    await using archive = await openArchive(source, { ...options, ...run });
    documents.push(await archive.actor(run));
    for await (const item of archive.outbox(run)) documents.push(item);
    for (const name of archive.has)
      for await (const item of archive.collection(name, run)) documents.push(item);
    for await (const file of archive.media(run)) {
      documents.push(file);
      for await (const { bytes } of archive.readMedia([file]))
        for await (const chunk of bytes) documents.push(new TextDecoder().decode(chunk));
    }
    for await (const { path, role } of archive.entries(run)) documents.push({ path, role });
  }
  return { documents, text: JSON.stringify(documents), found, told: JSON.stringify(found) };
}

describe("secrets in documents", () => {
  const files = new Map(mastodonArchive({})).set("actor.json", json(ACTOR));

  it("are taken out of the actor, raw or not, and each is told of", async () => {
    const { text, told, found, documents } = await read(files);
    expect(text).not.toContain(MARK);
    expect(told).not.toContain(MARK);
    const pointers = found
      .filter(({ code }) => code.startsWith("secret/"))
      .map(({ code, pointer }) => [code, pointer]);
    expect(pointers.slice(0, pointers.length / 3)).toEqual([
      ["secret/private-key", "/privateKeyPem"],
      ["secret/private-key", "/assertionMethod/0/secretKeyMultibase"],
      ["secret/private-key", "/keys/0"],
      ["secret/private-key", "/jwk/d"],
      ["secret/email", "/email"],
      ["secret/ip-address", "/user/current_sign_in_ip"],
      ["secret/ip-address", "/user/last-sign-in-ip"],
      ["secret/stream-key", "/user/streamKey"],
      ["secret/credentials", "/user/encrypted_password"],
    ]);
    // What is public stays as it is.
    expect(documents[0]).toMatchObject({
      raw: {
        publicKey: ACTOR.publicKey,
        assertionMethod: [{ type: "Multikey", publicKeyMultibase: "z6Mk" }],
        keys: [null, "public"],
        jwk: { kty: "OKP", crv: "Ed25519", x: "public" },
        attachment: ACTOR.attachment,
        showEmail: false,
      },
    });
  });

  it("are handed out when that is asked for, and told of all the same", async () => {
    const { documents, found } = await read(files, { secrets: true });
    expect(documents[0]).toMatchObject({ value: ACTOR, raw: ACTOR });
    expect(found.filter(({ code }) => code.startsWith("secret/")).length).toBeGreaterThan(0);
  });

  it("are taken out of accounts inside activities and collections", async () => {
    const update = { id: "https://a.example/1", type: "Update", actor: ACTOR.id, object: ACTOR };
    const likes = { type: "OrderedCollection", orderedItems: [{ id: "https://b.example/1", email: MARK }] };
    const all = new Map(mastodonArchive({ activities: [create()] }));
    all.set("outbox.json", json({ type: "OrderedCollection", orderedItems: [create(), update] }));
    all.set("likes.json", json(likes));
    const { text, found } = await read(all);
    expect(text).not.toContain(MARK);
    expect(text).toContain("https://b.example/1");
    expect(found).toContainEqual(
      expect.objectContaining({
        code: "secret/private-key",
        pointer: "/orderedItems/1/object/privateKeyPem",
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ code: "secret/email", file: "likes.json", pointer: "/orderedItems/0/email" }),
    );
  });

  it("leave a document without any as it was parsed, but for keys called `__proto__`", async () => {
    const hostile = encoder.encode('{"type":"Person","__proto__":{"email":"x"},"a":{"__proto__":1}}');
    const { documents } = await read(new Map(mastodonArchive({})).set("actor.json", hostile));
    expect(JSON.stringify(Object(documents[0]).raw)).toBe('{"type":"Person","a":{}}');
    expect(Object.prototype).not.toHaveProperty("email");
  });
});

describe("secret entries", () => {
  it("are told by name and content, and are no media", async () => {
    const files = new Map(mastodonArchive({}))
      .set("key.pem", encoder.encode(MARK))
      .set("keys/id_rsa", encoder.encode(`-----BEGIN OPENSSH PRIVATE KEY-----\n${MARK}`))
      .set("actor-private-key", encoder.encode(PEM))
      .set("public.pem", encoder.encode("-----BEGIN PUBLIC KEY-----"))
      .set("ips.json", json({ ips: [{ ip: MARK }] }))
      .set("media_attachments/files/001/original/0123456789abcdef.png", encoder.encode("x"));
    const { text, told, documents, found } = await read(files);
    expect(text).not.toContain(MARK);
    expect(told).not.toContain(MARK);
    const roles = Object.fromEntries(
      documents
        .filter((each) => "role" in Object(each))
        .map((each) => [Object(each).path, Object(each).role]),
    );
    expect(roles).toEqual({
      "outbox.json": "outbox",
      "actor.json": "actor",
      "likes.json": "collection",
      "bookmarks.json": "collection",
      "key.pem": "secret",
      "keys/id_rsa": "secret",
      "actor-private-key": "secret",
      "public.pem": "other",
      "ips.json": "secret",
      "media_attachments/files/001/original/0123456789abcdef.png": "media",
    });
    expect(new Set(found.map(({ code, file }) => `${code} ${file}`))).toEqual(
      new Set([
        "secret/private-key key.pem",
        "secret/private-key keys/id_rsa",
        "secret/private-key actor-private-key",
        "secret/ip-address ips.json",
      ]),
    );
  });
});

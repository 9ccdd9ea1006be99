import { audienceOf, type JsonObject, narrower, VISIBILITIES, type Visibility } from "@archive/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const ME = "https://social.example/users/me";
const FOLLOWERS = `${ME}/followers`;
const BOB = "https://other.example/users/bob";
const actor = { id: ME, followers: FOLLOWERS };

const of = (to: unknown, cc?: unknown, more: object = {}): Visibility =>
  audienceOf({ activity: { type: "Create", actor: ME, to, cc, ...more }, object: null, actor }).visibility;

describe("the truth table", () => {
  it.each([
    ["Public in to", [PUBLIC], [FOLLOWERS], "public"],
    ["Public in cc", [FOLLOWERS], [PUBLIC], "unlisted"],
    ["followers in to", [FOLLOWERS], [BOB], "followers"],
    ["followers in cc", [BOB], [FOLLOWERS], "followers"],
    ["somebody named", [BOB], [], "direct"],
    ["nobody", [], [], "direct"],
  ] as const)("%s is %s %s → %s", (_, to, cc, visibility) => {
    expect(of(to, cc)).toBe(visibility);
  });

  it.each([PUBLIC, "as:Public", "Public"])("knows %s as the Public collection", (spelling) => {
    expect(of([spelling])).toBe("public");
    expect(of([BOB], [spelling])).toBe("unlisted");
  });

  it("reads a single string as an array of one", () => {
    expect(of(PUBLIC, FOLLOWERS)).toBe("public");
    expect(of(FOLLOWERS, PUBLIC)).toBe("unlisted");
    expect(of(BOB, FOLLOWERS)).toBe("followers");
  });
});

describe("traps", () => {
  it("never takes a substring for the Public collection", () => {
    for (const near of [
      `${PUBLIC}/`,
      ` ${PUBLIC}`,
      "https://www.w3.org/ns/activitystreams#public",
      "http://www.w3.org/ns/activitystreams#Public",
      `https://evil.example/?u=${PUBLIC}`,
      "as:public",
      "PUBLIC",
      "public",
      "https://www.w3.org/ns/activitystreams#PublicFollowers",
    ]) {
      expect(of([near], [])).toBe("direct");
    }
  });

  it("takes nobody else's followers for one's own", () => {
    expect(of([`${BOB}/followers`], [])).toBe("direct");
    expect(of([`${ME}2/followers`], [])).toBe("direct");
    expect(of([`${FOLLOWERS}/`], [])).toBe("direct");
  });

  it("uses the actor's own followers address, however it looks", () => {
    const odd = { id: ME, followers: "https://social.example/ap/users/11/followers" };
    const activity = { actor: ME, to: [odd.followers], cc: [] };
    expect(audienceOf({ activity, object: null, actor: odd }).visibility).toBe("followers");
    const guessed = { actor: ME, to: [FOLLOWERS], cc: [] };
    expect(audienceOf({ activity: guessed, object: null, actor: odd }).visibility).toBe("direct");
  });

  it("without an actor, uses exactly the acting actor's id with /followers", () => {
    const activity = { actor: ME, to: [FOLLOWERS], cc: [] };
    expect(audienceOf({ activity, object: null, actor: null }).visibility).toBe("followers");
    expect(
      audienceOf({ activity: { ...activity, actor: { id: ME } }, object: null, actor: {} }).visibility,
    ).toBe("followers");
    const other = { actor: BOB, to: [FOLLOWERS], cc: [] };
    expect(audienceOf({ activity: other, object: null, actor: null }).visibility).toBe("direct");
  });

  it("lets audience, bto and bcc widen nothing", () => {
    expect(of([BOB], [], { audience: PUBLIC, bto: [PUBLIC], bcc: PUBLIC })).toBe("direct");
    expect(of([FOLLOWERS], [], { audience: [PUBLIC] })).toBe("followers");
    expect(of(undefined, undefined, { audience: PUBLIC })).toBe("direct");
    expect(of(undefined, undefined, { bto: [PUBLIC] })).toBe("direct");
  });

  it("lets directMessage and localOnly narrow", () => {
    expect(of([PUBLIC], [], { directMessage: true })).toBe("direct");
    expect(of([PUBLIC], [], { localOnly: true })).toBe("followers");
    expect(of([BOB], [], { localOnly: true })).toBe("direct");
    expect(of([PUBLIC], [], { directMessage: false, localOnly: null })).toBe("public");
    const marked = { to: [PUBLIC], directMessage: true };
    expect(audienceOf({ activity: { to: [PUBLIC] }, object: marked, actor }).visibility).toBe("direct");
  });

  it("takes unknown shapes for direct", () => {
    for (const to of [{}, { id: PUBLIC }, [{ id: PUBLIC }], [[PUBLIC]], 7, true, [null], ""]) {
      expect(of(to, [])).toBe("direct");
    }
  });
});

describe("activity and inlined object", () => {
  const both = (outer: JsonObject, inner: JsonObject) =>
    audienceOf({ activity: outer, object: inner, actor });

  it("take the narrower where they disagree", () => {
    const result = both({ actor: ME, to: [PUBLIC], cc: [] }, { to: [FOLLOWERS], cc: [] });
    expect(result).toEqual({ visibility: "followers", basis: "narrowed-by-object" });
    expect(both({ actor: ME, to: [BOB], cc: [] }, { to: [PUBLIC] })).toEqual({
      visibility: "direct",
      basis: "addressing",
    });
  });

  it("take the other's where one has no addressing", () => {
    expect(both({ actor: ME }, { to: [PUBLIC] }).visibility).toBe("public");
    expect(both({ actor: ME, to: [PUBLIC] }, { to: null, cc: null }).visibility).toBe("public");
    expect(both({ actor: ME, to: [PUBLIC] }, { to: [], cc: [] }).visibility).toBe("direct");
  });

  it("are direct where neither has any", () => {
    expect(both({ actor: ME }, {})).toEqual({ visibility: "direct", basis: "missing" });
  });

  it("narrow an inlined boost too", () => {
    const boost = { type: "Announce", actor: ME, to: [PUBLIC], cc: [FOLLOWERS] };
    expect(both(boost, { type: "Note", to: [FOLLOWERS], cc: [] }).visibility).toBe("followers");
  });

  it("of a bare object, rest on its author's followers", () => {
    const object = { attributedTo: ME, to: [FOLLOWERS] };
    expect(audienceOf({ activity: null, object, actor: null }).visibility).toBe("followers");
  });
});

describe("an exporter's hint", () => {
  const hinted = (to: unknown, hint: Visibility) =>
    audienceOf({
      activity: { actor: ME, to, cc: to === undefined ? undefined : [] },
      object: null,
      actor,
      hint,
    });

  it("narrows and never widens", () => {
    expect(hinted([PUBLIC], "followers")).toEqual({ visibility: "followers", basis: "hint" });
    expect(hinted([BOB], "public").visibility).toBe("direct");
  });

  it("of `unknown` says so unless the post is known to be direct", () => {
    expect(hinted([PUBLIC], "unknown")).toEqual({ visibility: "unknown", basis: "unknown" });
    expect(hinted(undefined, "unknown")).toEqual({ visibility: "unknown", basis: "unknown" });
    expect(hinted([BOB], "unknown").visibility).toBe("direct");
  });
});

describe("properties", () => {
  const address = fc.constantFrom(
    PUBLIC,
    "as:Public",
    "Public",
    FOLLOWERS,
    BOB,
    `${BOB}/followers`,
    "",
    PUBLIC.toLowerCase(),
  );
  const list = fc.oneof(fc.array(address, { maxLength: 4 }), address, fc.constantFrom(null, undefined));
  const addressing = fc.record({ to: list, cc: list, bto: list, bcc: list, audience: list });

  const rule = ({ to, cc }: { to: unknown; cc: unknown }): Visibility => {
    const has = (value: unknown, ...names: string[]) =>
      [value].flat().some((each) => names.includes(String(each)));
    if (has(to, PUBLIC, "as:Public", "Public")) return "public";
    if (has(cc, PUBLIC, "as:Public", "Public")) return "unlisted";
    return has(to, FOLLOWERS) || has(cc, FOLLOWERS) ? "followers" : "direct";
  };

  it("holds the table for every addressing", () => {
    fc.assert(
      fc.property(addressing, (addressed) => {
        const activity = { actor: ME, ...addressed };
        expect(audienceOf({ activity, object: null, actor }).visibility).toBe(rule(addressed));
      }),
    );
  });

  it("is never wider than either side says", () => {
    fc.assert(
      fc.property(addressing, addressing, fc.constantFrom(...VISIBILITIES), (outer, inner, hint) => {
        const rank = (visibility: Visibility) => VISIBILITIES.indexOf(visibility);
        const result = audienceOf({
          activity: { actor: ME, ...outer },
          object: inner,
          actor,
          hint,
        }).visibility;
        const empty = (each: object) =>
          Object.values(each).every((value) => value === null || value === undefined);
        if (!empty(outer)) expect(rank(result)).toBeGreaterThanOrEqual(rank(rule(outer)));
        if (!empty(inner)) expect(rank(result)).toBeGreaterThanOrEqual(rank(rule(inner)));
        if (!empty(outer) || !empty(inner)) expect(rank(result)).toBeGreaterThanOrEqual(rank(hint));
      }),
    );
  });

  it("never throws, and never finds Public where nobody wrote it", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (to, cc) => {
        const result = audienceOf({ activity: { actor: ME, to, cc }, object: { to: cc }, actor }).visibility;
        expect(VISIBILITIES).toContain(result);
        expect(["public", "unlisted"]).not.toContain(result);
      }),
    );
  });

  it("narrower is commutative, associative and idempotent", () => {
    const any = fc.constantFrom(...VISIBILITIES);
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(narrower(a, b)).toBe(narrower(b, a));
        expect(narrower(a, narrower(b, c))).toBe(narrower(narrower(a, b), c));
        expect(narrower(a, a)).toBe(a);
      }),
    );
  });
});

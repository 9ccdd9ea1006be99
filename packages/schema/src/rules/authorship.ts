import { isJsonObject, type JsonObject } from "../json.js";
import { firstIdOf, hasType, idOf, textOf, typesOf, valuesOf } from "../values/properties.js";
import { ACTIVITY_TYPES, POST_TYPES } from "../vocabulary/types.js";
import { recipient } from "./addresses.js";
import { type Node, pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { ItemContext, RuleFinding } from "./rule.js";

/** Who did it and for whom: what an activity and its post say together (ActivityPub §6, §6.2). */
export const authorshipRules: readonly PropertyRule[] = [
  {
    codes: [
      "activity/without-actor",
      "activity/other-actor",
      "post/attribution-differs",
      "post/addressing-differs",
      "post/without-content",
      "outbox/several-objects",
    ],
    properties: ["type"],
    check(_type, _property, node, context): Iterable<RuleFinding> {
      return isActivity(node.value) ? activityFindings(node, context) : NOTHING;
    },
  },
];

function activityFindings(node: Node, context: ItemContext): Iterable<RuleFinding> {
  const found: RuleFinding[] = [];
  actorFindings(node, context, found);
  const create = hasType(node.value, "Create");
  if (create || hasType(node.value, "Announce")) severalObjects(node.value.object, node, found);
  if (create) postFindings(node, found);
  return found.length === 0 ? NOTHING : found;
}

/** A Question is an activity on paper only; whatever acts has an `object` or an `actor`. */
function isActivity(value: JsonObject): boolean {
  if (value.actor === undefined && value.object === undefined) return false;
  const types = typesOf(value);
  return types.some((type) => ACTIVITY_TYPES.has(type)) && !types.some((type) => POST_TYPES.has(type));
}

function actorFindings(node: Node, context: ItemContext, found: RuleFinding[]): void {
  const { actor } = node.value;
  if (actor === undefined || actor === null) {
    found.push({ code: "activity/without-actor", pointer: pointerTo(node) });
    return;
  }
  const owner = context.actor === null ? null : idOf(context.actor);
  const acting = firstIdOf(actor);
  // What an Announce brings along may be anybody's; the outbox's own activities are the owner's.
  if (owner !== null && acting !== null && acting !== owner && node.parent === null) {
    found.push({
      code: "activity/other-actor",
      pointer: pointerTo(node, "actor"),
      expected: owner,
      actual: acting,
    });
  }
}

function severalObjects(value: unknown, node: Node, found: RuleFinding[]): void {
  if (!Array.isArray(value)) return;
  const objects = value.filter((each) => isJsonObject(each) || typeof each === "string").length;
  if (objects < 2) return;
  found.push({
    code: "outbox/several-objects",
    pointer: pointerTo(node, "object"),
    expected: "1",
    actual: String(objects),
  });
}

function postFindings(node: Node, found: RuleFinding[]): void {
  const { object } = node.value;
  const at = Array.isArray(object) ? object.findIndex(isJsonObject) : -1;
  const post: unknown = Array.isArray(object) ? object[at] : object;
  if (!isJsonObject(post)) return;
  const below = at < 0 ? ["object"] : ["object", at];
  const acting = firstIdOf(node.value.actor);
  if (acting !== null && post.attributedTo !== acting) {
    const authors = valuesOf(post.attributedTo)
      .map(idOf)
      .filter((id) => id !== null);
    if (authors.length > 0 && !authors.includes(acting)) {
      found.push({
        code: "post/attribution-differs",
        pointer: pointerTo(node, ...below, "attributedTo"),
        expected: acting,
        actual: authors.join(", "),
      });
    }
  }
  if (addressed(node.value) && addressed(post)) {
    const property = differingAddressing(node.value, post);
    if (property !== null) {
      found.push({ code: "post/addressing-differs", pointer: pointerTo(node, ...below, property) });
    }
  }
  if (typesOf(post).some((type) => TEXTS.has(type)) && isEmpty(post)) {
    found.push({ code: "post/without-content", pointer: pointerTo(node, ...below) });
  }
}

function addressed(document: JsonObject): boolean {
  return valuesOf(document.to).length > 0 || valuesOf(document.cc).length > 0;
}

/** The first of `to` and `cc` that names others than the activity's; order and doubles don't matter. */
function differingAddressing(activity: JsonObject, post: JsonObject): "to" | "cc" | null {
  for (const property of ["to", "cc"] as const) {
    const [said, repeated] = [activity[property], post[property]];
    if (said === repeated || sameList(said, repeated)) continue;
    const [outer, inner] = [recipients(said), recipients(repeated)];
    if (outer.size !== inner.size || [...outer].some((each) => !inner.has(each))) return property;
  }
  return null;
}

/** What nearly every activity and its post are: the same strings in the same order. */
function sameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function recipients(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of valuesOf(value)) {
    const id = idOf(each);
    if (id !== null) found.add(recipient(id));
  }
  return found;
}

// What there is to see in a post besides its text. A video's own file is in `url`, so only texts are asked.
const SHOWN = ["attachment", "oneOf", "anyOf", "image", "icon", "quote", "quoteUrl", "quoteUri"] as const;
const TEXTS: ReadonlySet<string> = new Set(["Article", "ChatMessage", "Note", "Question"]);

function isEmpty(post: JsonObject): boolean {
  if (typeof post.content === "string" && /\S/.test(post.content)) return false;
  for (const property of ["content", "name", "summary"]) {
    if (textOf(post[property]) !== null) return false;
    const map = post[`${property}Map`];
    if (isJsonObject(map) && Object.values(map).some((text) => textOf(text) !== null)) return false;
  }
  return SHOWN.every((property) => valuesOf(post[property]).length === 0);
}

import { isJsonObject, type JsonObject } from "../json.js";
import type { OwnAddresses } from "./usual-addresses.js";
import type { Asked, DemandedKeys } from "./usual-demands.js";

/** Whether the value of a key has a form that nothing objects to. `node` is the object that has the key. */
export type Form = (value: unknown, node: JsonObject, own: OwnAddresses) => boolean;

/** Where an object stands. */
export interface Place {
  /** The types that are usual there; `null`: none. Polls and actors are looked at more closely, by all. */
  readonly types: ReadonlySet<string> | null;
  /** What is asked of it as a whole. */
  readonly isWhole: (node: JsonObject, above: JsonObject, own: OwnAddresses) => boolean;
  /** As what the profile may demand keys of it. */
  readonly asked: Asked | null;
}

/** What is asked of a key. */
export interface KeyFacts {
  readonly form: Form;
  /** Where objects in it stand, if they are usual: one, or a list of them. The form is asked of other values. */
  readonly inside?: { readonly place: Place; readonly isList: boolean };
  /** Where the key is usual; everywhere unless told. So nothing nests without end. */
  readonly at?: readonly Place[];
}

/** What all objects are held against. */
export interface Usage {
  readonly keys: ReadonlyMap<string, KeyFacts>;
  readonly demanded: DemandedKeys;
  readonly own: OwnAddresses;
}

/** Says "look closer" of whatever stands there, `null` included. */
export const isUnusual: Form = () => false;

/** The same of all but `null`. */
export const isNothing: Form = () => false;

/** What holds no object says nothing that anybody could object to. */
const isScalar: Form = (value) => typeof value !== "object";

/** A key at a place. */
interface Key {
  readonly name: string;
  readonly form: Form;
  readonly inside: UsualNode | null;
  readonly isList: boolean;
  /** A bit, if the profile demands the key of some type. */
  readonly mark: number;
  /** The key that stood behind it last time: nearly always the next object has the same ones in the same order. */
  next: Key | null;
}

/** A type at a place, with the bits of the keys that have to be there. */
interface Type {
  readonly name: string;
  readonly demanded: number;
}

function otherKey(): Key {
  return { name: "", form: isScalar, inside: null, isList: false, mark: 0, next: null };
}

/** The objects of one place: what they may hold, and what the last of them held. */
export class UsualNode {
  readonly #place: Place;
  readonly #usage: Usage;
  readonly #places: Map<Place, UsualNode>;
  readonly #types: ReadonlyMap<string, Type>;
  readonly #keys = new Map<string, Key>();
  /** Before the first key. */
  readonly #start: Key = otherKey();
  /** Stands for every key that neither schema nor rule has heard of: hostile objects have a million. */
  readonly #other: Key = otherKey();
  /** That of the last object. */
  #type: Type | null = null;

  /** @param places All places met so far. */
  constructor(place: Place, usage: Usage, places: Map<Place, UsualNode> = new Map()) {
    const { types, asked } = place;
    const demands = asked === null ? null : usage.demanded.demands[asked];
    const typed = [...(types ?? [])].map((name): [string, Type] => {
      return [name, { name, demanded: demands?.get(name) ?? demands?.get("*") ?? 0 }];
    });
    this.#place = place;
    this.#usage = usage;
    this.#places = places.set(place, this);
    this.#types = new Map(typed);
  }

  /** Whether nothing can be found in an object at this place. */
  isUsual(node: unknown, above: JsonObject): boolean {
    if (!isJsonObject(node)) return false;
    const { own } = this.#usage;
    let marks = 0;
    let demanded = this.#place.types === null ? 0 : -1;
    let key = this.#start;
    for (const name in node) {
      const value = node[name];
      const { next } = key;
      key = next !== null && next.name === name ? next : this.#follow(key, name);
      if (name === "type" && this.#place.types !== null) demanded = this.#demandedOf(value);
      else if (value !== null || key.form === isUnusual) {
        if (key.inside === null || typeof value !== "object" || value === null) {
          if (!key.form(value, node, own)) return false;
        } else if (!isUsualInside(value, key.inside, key.isList, node)) return false;
      } else continue;
      marks |= key.mark;
    }
    // An object without a key says nothing of what it stands for.
    if (key === this.#start || demanded < 0 || (marks & demanded) !== demanded) return false;
    return this.#place.isWhole(node, above, own);
  }

  /** The bits of the keys that an object of a type has to have; -1 for a type that is not usual here. */
  #demandedOf(type: unknown): number {
    if (this.#type !== null && type === this.#type.name) return this.#type.demanded;
    const known = typeof type === "string" ? this.#types.get(type) : undefined;
    if (known === undefined) return -1;
    this.#type = known;
    return known.demanded;
  }

  /** Looks up a key that did not stand behind another one the last time. */
  #follow(before: Key, name: string): Key {
    const key = this.#keys.get(name) ?? this.#meet(name);
    before.next = key;
    return key;
  }

  #meet(name: string): Key {
    const { keys, demanded } = this.#usage;
    const facts = keys.get(name);
    const mark = demanded.byKey.get(name) ?? 0;
    if (facts === undefined && mark === 0) return this.#other;
    const { form = isScalar, inside, at } = facts ?? {};
    const isHere = at === undefined || at.includes(this.#place);
    const key: Key = {
      name,
      form: isHere ? form : isNothing,
      inside: isHere && inside !== undefined ? this.#nodeAt(inside.place) : null,
      isList: inside?.isList === true,
      mark,
      next: null,
    };
    this.#keys.set(name, key);
    return key;
  }

  #nodeAt(place: Place): UsualNode {
    return this.#places.get(place) ?? new UsualNode(place, this.#usage, this.#places);
  }
}

function isUsualInside(value: object, inside: UsualNode, isList: boolean, node: JsonObject): boolean {
  if (!isList) return inside.isUsual(value, node);
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at += 1) if (!inside.isUsual(value[at], node)) return false;
  return true;
}

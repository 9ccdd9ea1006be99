import type { ClassTerm, ValueTerm } from "../../term.js";
import { activitystreamsTerms } from "./head.js";

const { type, value } = activitystreamsTerms;

/** Core classes (AS2 Vocabulary §2). */
const CORE: readonly ClassTerm[] = [
  type("Object", [], "Anything that can be described: the class above all others but Link.", {
    disjointWith: ["Link"],
  }),
  type(
    "Link",
    [],
    "A qualified, indirect reference to a resource by its address. It is not itself an Object.",
    {
      disjointWith: ["Object"],
    },
  ),
  type("Activity", "Object", "Something that happened, is happening, or may happen."),
  type("IntransitiveActivity", "Activity", "An activity that acts on nothing: it has no `object`."),
  type("Collection", "Object", "A set of objects or links; its order says nothing."),
  type("OrderedCollection", "Collection", "A collection whose items stand in a meaningful order."),
  type("CollectionPage", "Collection", "One part of a collection that is served in several."),
  type(
    "OrderedCollectionPage",
    ["OrderedCollection", "CollectionPage"],
    "One part of an ordered collection that is served in several.",
  ),
];

/** Activity types (AS2 Vocabulary §3.1). */
const ACTIVITIES: readonly ClassTerm[] = [
  type("Accept", "Activity", "The actor agrees to the object, for example to a Follow or an Invite."),
  type("TentativeAccept", "Accept", "The actor agrees for now, with a reservation."),
  type("Add", "Activity", "The actor puts the object into the target, such as a collection."),
  type("Announce", "Activity", "The actor calls attention to the object; on the fediverse, a boost."),
  type("Arrive", "IntransitiveActivity", "The actor has reached the location."),
  type("Block", "Ignore", "The actor wants nothing to do with the object, usually another actor."),
  type("Create", "Activity", "The actor made the object; on the fediverse, it published a post."),
  type("Delete", "Activity", "The actor removed the object."),
  type("Dislike", "Activity", "The actor does not like the object."),
  type("Flag", "Activity", "The actor reports the object to those who moderate it."),
  type("Follow", "Activity", "The actor wants to receive what the object, usually an actor, publishes."),
  type("Ignore", "Activity", "The actor takes no notice of the object."),
  type("Invite", "Offer", "The actor asks others to take part in the object."),
  type("Join", "Activity", "The actor became a member of the object."),
  type("Leave", "Activity", "The actor left the object."),
  type("Like", "Activity", "The actor likes the object; on the fediverse, a favourite."),
  type("Listen", "Activity", "The actor heard the object."),
  type("Move", "Activity", "The actor moved the object from origin to target; also how an account moves."),
  type("Offer", "Activity", "The actor offers the object to the target."),
  type("Question", "IntransitiveActivity", "The actor asks something. Servers treat it as a post: a poll."),
  type("Read", "Activity", "The actor read the object."),
  type("Reject", "Activity", "The actor refuses the object."),
  type("TentativeReject", "Reject", "The actor refuses for now."),
  type("Remove", "Activity", "The actor takes the object out of the origin."),
  type("Travel", "IntransitiveActivity", "The actor goes from origin to target."),
  type("Undo", "Activity", "The actor takes back an earlier activity of its own."),
  type("Update", "Activity", "The actor changed the object; it is given as it is now."),
  type("View", "Activity", "The actor looked at the object."),
];

/** Actor types (AS2 Vocabulary §3.2). */
const ACTORS: readonly ClassTerm[] = [
  type("Application", "Object", "A piece of software that acts."),
  type("Group", "Object", "Several actors that act as one; on the fediverse, a community or a channel."),
  type("Organization", "Object", "A body such as a company or a society."),
  type("Person", "Object", "A human being's account."),
  type("Service", "Object", "A service that acts; on the fediverse, an account run by a bot."),
];

/** Object and link types (AS2 Vocabulary §3.3). */
const OBJECTS: readonly ClassTerm[] = [
  type("Article", "Object", "A written work of several paragraphs."),
  type("Audio", "Document", "A sound recording."),
  type("Document", "Object", "A file of any kind; Mastodon's type for every attachment."),
  type("Event", "Object", "Something that takes place at a time."),
  type("Image", "Document", "A picture."),
  type("Mention", "Link", "A link to an actor that is named in the text."),
  type("Note", "Object", "A short written work; the usual post."),
  type("Page", "Document", "A web page; on Lemmy, a post."),
  type("Place", "Object", "A location, by name or by coordinates."),
  type("Profile", "Object", "A piece of content that describes another object, usually an actor."),
  type("Relationship", "Object", "A statement that one thing stands in a relation to another."),
  type("Tombstone", "Object", "What is left where an object was deleted."),
  type("Video", "Document", "A moving picture."),
];

/** The values that the normative context names but no section of the specification defines as classes. */
const VALUES: readonly ValueTerm[] = [
  value("IsContact", "A value of `relationship`: the object is a contact of the subject."),
  value("IsFollowedBy", "A value of `relationship`: the object follows the subject."),
  value("IsFollowing", "A value of `relationship`: the subject follows the object."),
  value("IsMember", "A value of `relationship`: the subject is a member of the object."),
];

/** Every class and named value of ActivityStreams 2.0. */
export const CLASSES: readonly (ClassTerm | ValueTerm)[] = [
  ...CORE,
  ...ACTIVITIES,
  ...ACTORS,
  ...OBJECTS,
  ...VALUES,
];

import type { PropertyTerm } from "../../term.js";
import { activitystreamsTerms } from "./head.js";

const { many, one } = activitystreamsTerms;
const OBJECT_OR_LINK = ["Object", "Link"] as const;
const RECIPIENT = ["Object", "Link", "publicAlias"] as const;

/** Properties of activities, of addressing, of questions and of relationships. */
export const ACTIVITY_PROPERTIES: readonly PropertyTerm[] = [
  many("actor", "Activity", OBJECT_OR_LINK, "Who does it. On the fediverse always one account."),
  many(
    "object",
    ["Activity", "Relationship"],
    OBJECT_OR_LINK,
    "What is acted upon, or the far end of a relationship.",
  ),
  many(
    "target",
    "Activity",
    OBJECT_OR_LINK,
    "What the activity is directed at: where something is added or moved to.",
  ),
  many("result", "Activity", OBJECT_OR_LINK, "What came out of the activity."),
  many("origin", "Activity", OBJECT_OR_LINK, "Where something comes from, in `Move`, `Remove` and the like."),
  many("instrument", "Activity", OBJECT_OR_LINK, "What was used to do it."),
  many("to", "Object", RECIPIENT, "The primary recipients, public."),
  many("cc", "Object", RECIPIENT, "The secondary recipients, public."),
  many("bto", "Object", RECIPIENT, "The primary recipients nobody else may see; removed before delivery."),
  many("bcc", "Object", RECIPIENT, "The secondary recipients nobody else may see; removed before delivery."),
  many("audience", "Object", RECIPIENT, "The group the thing is meant for. It widens nobody's access."),
  many("oneOf", "Question", OBJECT_OR_LINK, "The options of a question of which one may be chosen."),
  many("anyOf", "Question", OBJECT_OR_LINK, "The options of a question of which several may be chosen."),
  many(
    "closed",
    "Question",
    ["Object", "Link", "dateTime", "boolean"],
    "That a question takes no more answers: when it was closed, by what, or just true.",
  ),
  one("subject", "Relationship", OBJECT_OR_LINK, "The near end of a relationship."),
  many("relationship", "Relationship", ["Object", "termName"], "The kind of relationship."),
];

import { isJsonObject, type JsonObject } from "../json.js";

/** Whether options, each of which is usual, make a poll that adds up: told apart by name, no more votes than voters. */
export function isUsualPoll(options: unknown, poll: JsonObject): boolean {
  if (!Array.isArray(options) || options.length === 0 || (isGiven(poll.oneOf) && isGiven(poll.anyOf)))
    return false;
  const names = new Set<unknown>();
  let sum = 0;
  let most = 0;
  for (const option of options) {
    if (!isJsonObject(option) || typeof option.name !== "string" || !/\S/.test(option.name)) return false;
    names.add(option.name);
    const tally = isJsonObject(option.replies) ? option.replies.totalItems : null;
    if (!isGiven(tally)) continue;
    sum += Number(tally);
    most = Math.max(most, Number(tally));
  }
  const { votersCount } = poll;
  const votes = isGiven(poll.anyOf) ? most : sum;
  return names.size === options.length && (!isGiven(votersCount) || votes <= Number(votersCount));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

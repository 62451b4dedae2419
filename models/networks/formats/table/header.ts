import { NUMBER } from "../cells.ts";

/** Words for the end that influences, or that is named first. */
const SOURCES = [
  "source",
  "from",
  "src",
  "sourceid",
  "fromid",
  "fromnode",
  "fromnodeid",
  "ego",
  "sender",
  "caller",
  "follower",
  "influencer",
  "tail",
  "start",
  "startid",
  "referrer",
  "referrerid",
  "referredby",
  "inviter",
  "inviterid",
  "invitedby",
  "sponsor",
  "sponsorid",
  "parent",
  "parentid",
  "giver",
  "recruiter",
  "recruitedby",
  "recommender",
  "recommendedby",
  "who",
  "u",
];
/** Words for the other end. */
const TARGETS = [
  "target",
  "to",
  "dst",
  "targetid",
  "toid",
  "tonode",
  "tonodeid",
  "alter",
  "receiver",
  "recipient",
  "callee",
  "followee",
  "followed",
  "influenced",
  "head",
  "end",
  "endid",
  "dest",
  "destination",
  "referee",
  "refereeid",
  "referred",
  "invitee",
  "inviteeid",
  "invited",
  "child",
  "childid",
  "recruit",
  "taker",
  "friend",
  "friendid",
  "contact",
  "whom",
  "v",
];
/** Words for a person, which stand for the other end of whatever else there is. */
const PERSONS = [
  "customer",
  "client",
  "user",
  "member",
  "person",
  "subscriber",
  "account",
  "buyer",
  "name",
  "id",
].flatMap((word) => [word, `${word}id`]);
/** Ends that say who brought a customer: nothing there means nobody did. */
const BRINGERS = /^(?:referr|referred|invit|sponsor|parent|recruit|recommend)/;

/** A title in small letters without signs; what neo4j adds in brackets is left out. */
export const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\([^)]*\)$/, "")
    .replace(/[^a-z0-9]/g, "");
export const isNumber = (text: string): boolean => NUMBER.test(text);

/** Which columns of a header are the two ends; null where its words do not say. */
export function endsOf(titles: readonly string[]): { source: number | null; target: number | null } {
  const words = titles.map(plain);
  const find = (known: readonly string[], not: number | null = null): number | null => {
    for (const word of known) {
      const at = words.findIndex((title, k) => title === word && k !== not);
      if (at >= 0) return at;
    }
    return null;
  };
  const source = find(SOURCES);
  const target = find(TARGETS, source);
  if (source !== null && target !== null) return { source, target };
  // A person and who brought them, or a person and a friend.
  if (source !== null) return { source, target: BRINGERS.test(words[source]) ? find(PERSONS, source) : null };
  return { source: target === null ? null : find(PERSONS, target), target };
}

/** Whether a blank cell of the column means that nobody brought the customer. */
export const isBringer = (title: string): boolean =>
  BRINGERS.test(plain(title)) &&
  /^(?:referrer|referrerid|referredby|inviter|inviterid|invitedby|sponsor|sponsorid|parent|parentid|recruiter|recruitedby|recommender|recommendedby)$/.test(
    plain(title),
  );

/** Why a first row is a header: it is known to be one, it is a guess, or it is none. */
export type HeaderCase = "known" | "guess" | "none";

/**
 * Whether a first row is a header. It is where its words name two ends, where its first two are a pair such as node_1
 * and node_2 that no row below repeats, or where it holds words and all the rows below hold numbers. It may be where
 * nothing of it returns below, though what stands below returns.
 */
export function headerCase(first: readonly string[], rest: readonly (readonly string[])[]): HeaderCase {
  const { source, target } = endsOf(first);
  if (source !== null && target !== null) return "known";
  if (rest.length === 0 || first.some(isNumber)) return "none";
  const words = first.map(plain);
  const pair = /^([a-z]{2,})([1ai])$/.exec(words[0]);
  const second = pair && `${pair[1]}${{ 1: "2", a: "b", i: "j" }[pair[2]] ?? ""}`;
  const ends = first.slice(0, 2);
  const back = rest.some((fields) => fields.slice(0, 2).some((end) => ends.includes(end)));
  if (second === words[1] && !back) return "known";
  if (first.some((word, column) => word !== "" && rest.every((fields) => isNumber(fields[column] ?? ""))))
    return "known";
  return !back && rest.length >= 3 && first.length >= 2 && sharing(rest) ? "guess" : "none";
}

/** Whether at least half of the rows share an end with another. */
function sharing(rows: readonly (readonly string[])[]): boolean {
  const counts = new Map<string, number>();
  const ends = (fields: readonly string[]): string[] => [...new Set(fields.slice(0, 2))];
  for (const fields of rows) for (const end of ends(fields)) counts.set(end, (counts.get(end) ?? 0) + 1);
  const many = rows.filter((fields) => ends(fields).some((end) => (counts.get(end) ?? 0) > 1)).length;
  return 2 * many >= rows.length;
}

import { ITEM_STATES, LANGUAGE_TAGS, RELATIONS, STAGES } from "../model.ts";
import { SOURCE_STATES } from "./coverage.ts";
import { RHYTHMS } from "./position-trend.ts";

type Schema = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const count = { type: "integer", minimum: 0 };
const share = { type: "number", minimum: 0, maximum: 1 };
const date = { type: "string", format: "date", description: "A calendar day in the edition's time zone." };
const instant = { type: "string", format: "date-time" };
const oneOf = (values: readonly string[]): Schema => ({ enum: values });
const listOf = (items: Schema): Schema => ({ type: "array", items });
const countsBy = (names: readonly string[]): Schema => object(Object.fromEntries(names.map((name) => [name, count])));

/** Properties whose names end in `?` may be absent; there are no others. */
function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const entries = Object.entries(properties);
  return {
    type: "object",
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace("?", ""), schema])),
    required: entries.flatMap(([name]) => (name.endsWith("?") ? [] : [name])),
    additionalProperties: false,
  };
}

const wording = object({ ru: text, en: text, "kk?": text, "uz?": text }, "In our words, by language of the digest.");
const language = oneOf(LANGUAGE_TAGS);
const ownership = oneOf(["state", "private", "foreign"]);
const outlet = object({ id: text, name: text, "country?": text, "ownership?": ownership });

const articleFields = {
  id: text,
  title: text,
  url: text,
  outlet,
  language,
  "published?": instant,
  "dateProblem?": oneOf(["missing", "future"]),
  textFrom: oneOf(["page", "feed"]),
  "pageProblem?": text,
  revision: count,
  "correctedOn?": date,
};

const quotedFields = {
  quote: { type: "string", description: "Verbatim, in the article's language." },
  field: oneOf(["title", "text"]),
  confidence: share,
  language,
  "speaker?": text,
  articles: listOf(object(articleFields)),
};

const position = object({
  id: text,
  themes: listOf(text),
  question: object({ id: text, about: wording }),
  statement: wording,
  articles: countsBy(RELATIONS),
  sources: { ...countsBy(RELATIONS), description: "Independent sources: each once a relation, reprints aside." },
  rhythm: oneOf(RHYTHMS),
  firstAgainst: { type: "boolean", description: "The first time that anything at all speaks against the claim." },
  "lastSpoken?": date,
  trend: listOf(object({ date, for: count, against: count })),
  evidence: listOf(object({ relation: oneOf(RELATIONS), ...quotedFields })),
});

const dossier = object({
  id: text,
  title: wording,
  interview: object({ speaker: wording, role: wording, outlet: text, url: text, published: text, language }),
  positions: listOf(position),
  themes: listOf(
    object({
      id: text,
      name: wording,
      about: wording,
      articles: count,
      sources: count,
      lines: listOf(object(quotedFields)),
    }),
  ),
  voices: listOf(object({ speaker: text, language, for: listOf(text), against: listOf(text), outlets: listOf(text) })),
});

const story = object({
  id: text,
  origin: object({ article: text, name: text, isAgency: { type: "boolean" } }, "Who had it first, of all days."),
  "since?": date,
  earlier: listOf(object({ id: text, title: text, url: text, outlet, language, "published?": instant, day: date })),
  articles: listOf(object({ ...articleFields, "reprintOf?": text, "credited?": text })),
  sources: count,
  themes: listOf(text),
  positions: listOf(object({ id: text, relations: listOf(oneOf(RELATIONS)) })),
  ownership: listOf(ownership),
  importance: { type: "number", minimum: 0 },
});

const correctedText = object({
  id: text,
  day: date,
  title: text,
  url: text,
  "published?": instant,
  says: {
    ...listOf(object({ position: text, relation: oneOf(RELATIONS), quote: text })),
    description: "What this text says to the claims, and the other does not.",
  },
});

const coverage = object({
  items: count,
  states: countsBy(ITEM_STATES),
  sources: listOf(
    object({
      outlet,
      state: oneOf(SOURCE_STATES),
      feeds: count,
      failures: listOf(object({ feed: text, reason: text })),
      items: count,
      matched: count,
    }),
  ),
  problems: listOf(object({ source: text, stage: oneOf(STAGES), reason: text })),
});

/** What `digest.json` holds, as JSON Schema (https://json-schema.org/draft/2020-12/schema). */
export const EDITION_SCHEMA = `${JSON.stringify(
  {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Mizan: one day's edition",
    ...object({
      date,
      timeZone: text,
      revision: { ...count, description: "0 while the day lasts, 1 when first published after it, then corrections." },
      watchlist: text,
      publisher: text,
      counts: countsBy(["items", "matched", "articles", "outlets", ...RELATIONS, "judgedByOther"]),
      "dayBefore?": object({ date, items: count, matched: count, for: count, against: count }),
      dossiers: listOf(dossier),
      stories: listOf(story),
      silences: listOf(object({ story: text, group: ownership })),
      surges: listOf(object({ theme: text, articles: count, sources: count, usual: { type: "number", minimum: 0 } })),
      corrections: listOf(object({ outlet, language, before: correctedText, after: correctedText })),
      coverage,
    }),
  },
  null,
  2,
)}\n`;

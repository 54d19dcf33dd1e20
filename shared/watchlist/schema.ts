/**
 * What the files of `watch/` may say. Each schema turns a file into the model's types; its messages finish the sentence
 * that begins with what was found, so they tell the analyst what to write instead.
 */
import * as z from "zod";
import { DIGEST_LANGUAGES, LANGUAGES, NAME_TAGS, SITE_ACCESS } from "../model.ts";
import { isTimeZone } from "../time.ts";
import { checkDeliveryLanguages, deliverySchema } from "./delivery-schema.ts";
import { selectorsSchema } from "./selectors-schema.ts";

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `15 min` → milliseconds. */
const duration = z
  .string()
  .regex(/^\d+ (s|min|h|d)$/u, 'write a number and a unit: "30 s", "15 min", "72 h" or "400 d"')
  .transform((text) => {
    const [count = "", unit = ""] = text.split(" ");
    return Number(count) * (UNIT_MS[unit] ?? 0);
  });

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/u,
    "write an id in small Latin letters, digits and single hyphens, such as silk-road",
  );
const line = z.string().trim().min(1);
const wording = z.strictObject({ ru: line, en: line, kk: line.exactOptional(), uz: line.exactOptional() });
const timeZone = z.string().refine(isTimeZone, "write an IANA time zone such as Asia/Tashkent or Asia/Almaty");
const address = z.url({
  protocol: /^https?$/u,
  error: "write a full web address that starts with http:// or https://",
});
const language = z.enum(LANGUAGES);
const query = z.string().trim().min(1);
const fraction = z.number().min(0).max(1);

const monitor = z.strictObject({
  title: wording,
  timeZone,
  publishAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'write the local time as "07:00", in quotation marks'),
  languages: z.array(z.enum(DIGEST_LANGUAGES)).min(1),
  polling: z
    .strictObject({ every: duration, hostSpacing: duration, fresh: duration, contact: line })
    .transform(({ every, hostSpacing, fresh, contact }) => ({
      everyMs: every,
      hostSpacingMs: hostSpacing,
      freshMs: fresh,
      contact,
    })),
  retention: duration,
  thresholds: z.strictObject({ theme: fraction, relation: fraction }),
  site: z.strictObject({ access: z.enum(SITE_ACCESS) }).default({ access: "password" }),
  deliver: deliverySchema.exactOptional(),
});
export const monitorSchema = monitor.superRefine(checkDeliveryLanguages);

export const sourcesSchema = z.strictObject({
  sources: z
    .array(
      z.strictObject({
        id,
        name: line,
        country: z
          .string()
          .regex(/^[A-Z]{2}$/u, "write the country's two capital letters (ISO 3166-1), such as KZ or UZ"),
        language,
        ownership: z.enum(["state", "private", "foreign"]),
        timeZone: timeZone.optional(),
        feeds: z.array(address).min(1),
        page: selectorsSchema.exactOptional(),
      }),
    )
    .min(1),
});

const names = z.partialRecord(z.enum(NAME_TAGS), z.array(line).min(1));

export const entitiesSchema = z.strictObject({
  entities: z.array(
    z.strictObject({
      id,
      kind: z.enum(["person", "state", "city", "organisation", "format", "place"]),
      names,
      adjectives: names.default({}),
    }),
  ),
});

const words = z.array(
  z.strictObject({ id, terms: z.partialRecord(z.enum([...LANGUAGES, "any"]), z.array(query).min(1)) }),
);

export const wordsSchema = z.strictObject({ words });

export const dossierSchema = z.strictObject({
  id,
  title: wording,
  interview: z.strictObject({
    speaker: wording,
    role: wording,
    outlet: line,
    url: address,
    published: z
      .string()
      .regex(
        /^\d{4}-\d{2}(-\d{2})?$/u,
        'write the year and month, "2025-11", or the day, "2025-11-15", in quotation marks',
      ),
    language,
    questions: z.array(z.strictObject({ id, about: wording })).min(1),
  }),
  words: words.default([]),
  themes: z.array(z.strictObject({ id, name: wording, about: wording, query })).min(1),
  positions: z.array(
    z.strictObject({
      id,
      themes: z.array(id).min(1),
      question: id,
      statement: wording,
      subject: query,
      for: z.array(query).min(1),
      against: z.array(query).min(1),
      examples: z
        .strictObject({ for: z.array(line).min(1), against: z.array(line).min(1), mentions: z.array(line).default([]) })
        .exactOptional(),
    }),
  ),
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { LANGUAGES, RELATIONS } from "../../shared/model.ts";
import type { Press } from "./press.ts";

const FOLDER = join(import.meta.dirname, "outlets");

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const text = { title: z.string(), lead: z.string().optional(), text: z.string() };

/** What a careful reader would say of the article: the yardstick of `npm run eval`, never seen by the matcher. */
export const expectationSchema = z.strictObject({
  themes: z.array(z.string()),
  positions: z.record(z.string(), z.enum(RELATIONS)).default({}),
});

/** The form of one file in `outlets/`. */
export const outletSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  country: z.string(),
  ownership: z.enum(["state", "private", "foreign"]),
  host: z.string(),
  feed: z.strictObject({
    path: z.string(),
    format: z.enum(["rss", "atom", "rdf", "html", "dead"]),
    charset: z.enum(["utf-8", "windows-1251", "koi8-r"]).default("utf-8"),
    gzip: z.boolean().default(false),
  }),
  articles: z.array(
    z.strictObject({
      ...text,
      path: z.string(),
      published: instant,
      author: z.string().optional(),
      quirks: z
        .strictObject({
          date: z.enum(["missing", "future"]).optional(),
          tracking: z.boolean().optional(),
          markup: z.boolean().optional(),
          page: z.enum(["missing", "gone", "menu"]).optional(),
        })
        .default({}),
      expects: expectationSchema,
      corrected: z.strictObject({ ...text, at: instant, expects: expectationSchema.optional() }).optional(),
    }),
  ),
});

/** Every outlet file of the sample press, checked, in the order of names. */
export function readOutletFiles(): z.output<typeof outletSchema>[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  return names.toSorted().map((name) => {
    const result = outletSchema.safeParse(parse(readFileSync(join(FOLDER, name), "utf8")));
    if (result.success) return result.data;
    throw new Error(`cli/press/outlets/${name}: ${z.prettifyError(result.error)}`);
  });
}

/** The sample press: invented outlets and articles over three days of February 2026. */
export function loadSamplePress(): Press {
  return {
    outlets: readOutletFiles().map(({ host, feed: { path, ...form }, articles, ...outlet }) => ({
      ...outlet,
      feed: { url: `http://${host}${path}`, ...form },
      articles: articles.map(({ path: page, lead, author, corrected, quirks, title, text, published }) => ({
        url: `http://${host}${page}`,
        title,
        text,
        published,
        quirks,
        ...(lead === undefined ? {} : { lead }),
        ...(author === undefined ? {} : { author }),
        ...(corrected === undefined ? {} : { corrected: withoutExpectation(corrected) }),
      })),
    })),
  };
}

function withoutExpectation({
  at,
  title,
  lead,
  text,
}: {
  at: string;
  title: string;
  lead?: string | undefined;
  text: string;
}) {
  return { at, title, text, ...(lead === undefined ? {} : { lead }) };
}

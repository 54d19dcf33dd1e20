import type { Edition } from "./edition.ts";

const COLUMNS = [
  "date",
  "dossier",
  "position",
  "statement",
  "relation",
  "confidence",
  "quote",
  "speaker",
  "outlet",
  "country",
  "ownership",
  "language",
  "title",
  "url",
  "published",
  "story",
] as const;

/**
 * The day's quotations as a table (RFC 4180), a row for each article that carries one; the claims are in the site's first
 * language. It begins with a byte order mark, without which spreadsheets take Cyrillic for something else.
 */
export function renderCsv(
  { date, dossiers, stories }: Edition,
  language: keyof Edition["dossiers"][number]["title"],
): string {
  const storyOf = new Map(stories.flatMap(({ id, articles }) => articles.map((article) => [article.id, id])));
  const rows = dossiers.flatMap((dossier) =>
    dossier.positions.flatMap(({ id, statement, evidence }) =>
      evidence.flatMap(({ relation, confidence, quote, speaker, articles }) =>
        articles.map((article) => [
          date,
          dossier.id,
          id,
          statement[language] ?? statement.ru,
          relation,
          String(confidence),
          quote,
          speaker ?? "",
          article.outlet.name,
          article.outlet.country ?? "",
          article.outlet.ownership ?? "",
          article.language,
          article.title,
          article.url,
          article.published ?? "",
          storyOf.get(article.id) ?? "",
        ]),
      ),
    ),
  );
  return `\u{feff}${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** What a spreadsheet would take for a formula is text: an apostrophe goes before it. */
const FORMULA = /^[=+\-@\t\r]/u;

function cell(text: string): string {
  const safe = (FORMULA.test(text) ? `'${text}` : text).toWellFormed();
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

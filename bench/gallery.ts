/** docs/pages.md: what pages the site has, each in two languages and at three widths. */
import type { DigestLanguage } from "../shared/model.ts";
import type { PageKind } from "../test/support/page-kinds.ts";

/** CSS pixels: a phone, a tablet, a desk; and how wide each stands in the table. */
export const WIDTHS = [360, 768, 1280] as const;
const SHOWN: Readonly<Record<(typeof WIDTHS)[number], number>> = { 360: 72, 768: 128, 1280: 172 };
export const LANGUAGES: readonly DigestLanguage[] = ["ru", "en"];

interface Shown {
  readonly kind: PageKind;
  readonly name: string;
  readonly about: string;
  /** Another page than the longest of its kind. */
  readonly key?: string;
  /** Into the page's input. */
  readonly typed?: string;
}

export const GALLERY: readonly Shown[] = [
  {
    kind: "front",
    name: "Front page",
    about: "the newest finished day: how it weighs, the evidence for each claim, voices, stories, what was not seen",
  },
  {
    kind: "edition",
    name: "A day's edition",
    about: "the same of any day; here one that was corrected after it was published",
    key: "2026-02-10/index.html",
  },
  { kind: "revision", name: "An earlier revision", about: "what stood there before the correction; nothing is lost" },
  { kind: "archive", name: "Archive", about: "all days as a calendar, each with articles for and against" },
  { kind: "positions", name: "Claims", about: "all claims and themes of the interview, with thirty days of each" },
  { kind: "position", name: "A claim", about: "how it stands, its chart, and the latest evidence" },
  { kind: "position-month", name: "A claim's month", about: "all evidence of a month, day by day" },
  { kind: "theme", name: "A theme", about: "how much is written on it, and the latest articles" },
  { kind: "theme-month", name: "A theme's month", about: "all of its articles of a month" },
  { kind: "sources", name: "Outlets", about: "whom we watch, and how many articles on our themes each had" },
  {
    kind: "source",
    name: "An outlet",
    about: "how its feeds answered, what it says for and against, its latest articles",
  },
  { kind: "source-month", name: "An outlet's month", about: "all of its articles of a month" },
  { kind: "story", name: "A story", about: "the articles on one event, reprints among them" },
  { kind: "search", name: "Search", about: "through all days, in the reader's own browser", typed: "узбек" },
];

export function pictureName(kind: PageKind, width: number, language: DigestLanguage): string {
  return `${kind}-${width}-${language}.webp`;
}

export function galleryPage(): string {
  const rows = GALLERY.map(({ kind, name, about }) => [
    `**${name}**: ${about}`,
    ...LANGUAGES.map((language) => WIDTHS.map((width) => thumbnail(kind, width, language)).join(" ")),
  ]);
  return `# The pages of the site

What \`npm run demo\` makes of an invented press: every kind of page, in Russian and in English, ${WIDTHS.join(", ")} CSS pixels wide. A picture leads to itself in full size; of a long page it shows the top. \`npm run screenshot\` makes this page and its pictures anew.

${table([["page", "Русский", "English"], ...rows])}
`;
}

function thumbnail(kind: PageKind, width: (typeof WIDTHS)[number], language: DigestLanguage): string {
  const path = `images/pages/${pictureName(kind, width, language)}`;
  return `[<img src="${path}" width="${SHOWN[width]}" alt="${kind}, ${width} px, ${language}">](${path})`;
}

/** With its columns aligned, as Biome wants them. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

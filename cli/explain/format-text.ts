import { styleText } from "node:util";
import { oneLine } from "../../shared/digest/one-line.ts";
import type { Card, Fact, View } from "./view.ts";
import { type MarkedTerm, numbersOf, type Piece, type ViewSentence } from "./view-sentences.ts";

type Style = Parameters<typeof styleText>[0];

/** Colours of terms, by their number in turn. */
const COLOURS = ["cyan", "yellow", "magenta", "green", "blue", "red"] as const;
const MARKS: Readonly<Record<Fact["mark"], { readonly sign: string; readonly style: Style }>> = {
  yes: { sign: "✓", style: "green" },
  no: { sign: "✗", style: "red" },
  note: { sign: "·", style: "dim" },
};
const OUTCOMES: Readonly<Record<Card["outcome"], Style>> = {
  matched: "green",
  for: "blue",
  against: "red",
  mentions: "yellow",
  none: "dim",
};
/** What would move a terminal's cursor, or turn the writing round (Unicode's bidirectional controls). */
const UNPRINTABLE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

export interface TextOptions {
  readonly coloured: boolean;
  /** Sentences in which nothing was found, too. */
  readonly all: boolean;
}

/** An explanation for a terminal: found words in colour, or between brackets where there is none. */
export function formatText(view: View, { coloured, all }: TextOptions): string {
  const paint = (style: Style, text: string) => (coloured ? styleText(style, text, { validateStream: false }) : text);
  const { title, from, url, language, terms, groups, words } = view;
  const lines = [
    paint("bold", plain(title)),
    paint("dim", plain(url === undefined || url === from ? from : `${from}  ${url}`)),
    plain(language),
    "",
    ...sentenceLines(view, paint, coloured, all),
    ...(terms.length === 0 ? [] : ["", `${words.terms}: ${terms.map((term) => legend(term, paint)).join("  ")}`]),
    ...groups.flatMap(({ heading, cards, note }) => [
      "",
      paint("bold", heading.toUpperCase()),
      ...cards.flatMap((card) => ["", ...cardLines(card, paint)]),
      ...(note === undefined ? [] : ["", paint("dim", note)]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

type Paint = (style: Style, text: string) => string;

function sentenceLines(
  { sentences, words, locale }: View,
  paint: Paint,
  coloured: boolean,
  all: boolean,
): readonly string[] {
  const width = Math.max(0, ...sentences.map(({ label }) => label.length));
  const lines: string[] = [];
  let skipped = 0;
  const tellSkipped = () => {
    if (skipped > 0)
      lines.push(paint("dim", `${" ".repeat(width)}  ${locale.fill(words.skipped, { count: skipped })}`));
    skipped = 0;
  };
  for (const sentence of sentences) {
    if (!all && !isTold(sentence)) {
      skipped++;
      continue;
    }
    tellSkipped();
    const text = sentence.pieces.map((piece) => marked(piece, paint, coloured)).join("");
    lines.push(`${paint("dim", sentence.label.padStart(width))}  ${text.trim()}`);
  }
  tellSkipped();
  return lines;
}

function isTold({ isTitle, pieces }: ViewSentence): boolean {
  return isTitle || pieces.some(({ terms }) => terms.length > 0);
}

function marked({ text, terms }: Piece, paint: Paint, coloured: boolean): string {
  const [first] = terms;
  const shown = inLine(text);
  if (first === undefined) return shown;
  const numbers = numbersOf(terms);
  return coloured
    ? `${paint([colourOf(first), "underline"], shown)}${paint("dim", ` ${numbers}`)}`
    : `[${shown} ${numbers}]`;
}

function legend(term: MarkedTerm, paint: Paint): string {
  return `${term.number} ${paint(colourOf(term), plain(term.name))}`;
}

function colourOf({ number }: MarkedTerm): (typeof COLOURS)[number] {
  return COLOURS[(number - 1) % COLOURS.length] ?? "cyan";
}

function cardLines({ id, name, outcome, verdict, facts }: Card, paint: Paint): readonly string[] {
  return [
    `${paint("bold", plain(name))} (${id}): ${paint([OUTCOMES[outcome]].flat(), plain(verdict))}`,
    ...facts.map(({ mark, query, text }) => {
      const { sign, style } = MARKS[mark];
      const said = [
        ...(query === undefined ? [] : [paint("bold", plain(query))]),
        ...(text === "" ? [] : [plain(text)]),
      ];
      return `  ${paint(style, sign)} ${said.join(" — ")}`;
    }),
  ];
}

function plain(text: string): string {
  return oneLine(text).replace(UNPRINTABLE, "");
}

/** The same, with the spaces at its ends that part it from its neighbours. */
function inLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, " ").replace(UNPRINTABLE, "");
}

import type { Webhook } from "../model.ts";
import { DELIVERY_WORDS } from "./delivery-wording.ts";
import type { Edition } from "./edition.ts";
import { figuresLine } from "./letter.ts";
import { type Locale, localeOf } from "./locale.ts";
import { MESSAGE_MARKS, type MessageMarks } from "./message-marks.ts";
import { shortened } from "./one-line.ts";
import type { EvidenceLine, PositionSection } from "./position-section.ts";
import { type PublishedAt, pageAddress } from "./published-at.ts";

/** Quotations on each side of the whole day; fewer where the message would be longer than its service takes. */
const MOST_PER_SIDE = 3;
/** In UTF-16 code units; what is longer is cut, and `…` says so. The page has all of it. */
const LONGEST = { title: 100, statement: 200, quote: 300, outlet: 60 } as const;

/** The body that a webhook of this kind takes: the day's counts, what is strongest on either side, and the way on. */
export function renderMessage(
  edition: Edition,
  site: PublishedAt,
  webhook: Webhook,
): Readonly<Record<string, unknown>> {
  const text = renderMessageText(edition, site, webhook);
  return webhook.format === "slack"
    ? { text, unfurl_links: false, unfurl_media: false }
    : { chat_id: webhook.chat, text, parse_mode: "HTML", link_preview_options: { is_disabled: true } };
}

/** The message in the service's own markup, within its length. */
export function renderMessageText(edition: Edition, site: PublishedAt, { format, language }: Webhook): string {
  const locale = localeOf(language, edition.timeZone);
  const marks = MESSAGE_MARKS[format];
  const { words } = locale;
  const { date, revision } = edition;
  const address = pageAddress(edition, site, language);
  const isSilent = edition.dossiers.every(({ positions }) => positions.every(({ evidence }) => evidence.length === 0));
  const withQuotations = (perSide: number): string => {
    const text = [
      `${marks.bold(`${shortened(locale.pick(site.title), LONGEST.title)}, ${locale.date(date)}`)}\n${marks.text(figuresLine(edition, locale))}`,
      revision > 1 && marks.text(locale.fill(words.corrected, { revision })),
      isSilent && marks.text(words.nothing),
      sidePart("for", strongest(edition, "for", perSide), marks, locale),
      sidePart("against", strongest(edition, "against", perSide), marks, locale),
      address !== undefined && marks.link(address, DELIVERY_WORDS[language].wholeEdition),
    ]
      .filter((part) => part !== false && part !== undefined)
      .join("\n\n");
    return perSide > 0 && text.length > marks.longest ? withQuotations(perSide - 1) : text;
  };
  return withQuotations(MOST_PER_SIDE);
}

interface Strongest {
  readonly statement: PositionSection["statement"];
  readonly line: EvidenceLine;
}

/** The strongest quotation of each position on one side, the surest first; alike ones in the positions' order. */
function strongest({ dossiers }: Edition, side: "for" | "against", most: number): readonly Strongest[] {
  return dossiers
    .flatMap(({ positions }) => positions)
    .flatMap(({ statement, evidence }) => {
      const line = evidence.find(({ relation }) => relation === side);
      return line === undefined ? [] : { statement, line };
    })
    .toSorted((a, b) => b.line.confidence - a.line.confidence)
    .slice(0, most);
}

function sidePart(
  side: "for" | "against",
  found: readonly Strongest[],
  marks: MessageMarks,
  locale: Locale,
): string | undefined {
  if (found.length === 0) return undefined;
  const entries = found.map(({ statement, line: { quote, articles } }) => {
    const outlets = articles
      .slice(0, 1)
      .map(({ url, outlet }) => marks.link(url, shortened(outlet.name, LONGEST.outlet)));
    return [
      marks.text(shortened(locale.pick(statement), LONGEST.statement)),
      marks.quote(shortened(quote, LONGEST.quote)),
      ...outlets,
    ].join("\n");
  });
  return `${marks.bold(DELIVERY_WORDS[locale.language].strongest[side])}\n${entries.join("\n\n")}`;
}

import type { LocalDate } from "../model.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { linked, moment } from "./page-outside.ts";
import type { EarlierArticle, Story, StoryArticle } from "./stories.ts";

/** Outlets in sight of one kind, where the story's own page has all of them. */
const OUTLETS_IN_SIGHT = 5;

export interface ChainFrame {
  readonly day: LocalDate;
  readonly inLedger: boolean;
  readonly locale: Locale;
}

type Text = Pick<StoryArticle, "url" | "outlet" | "published"> | EarlierArticle;

/** Who had the story first, who printed that again, and who wrote of it in words of their own; each outlet is the way to its article. */
export function chainLine(story: Story, frame: ChainFrame): Markup {
  const { articles, earlier } = story;
  const { words, dayAndMonth } = frame.locale;
  const copiesOf = (id: string) => articles.filter(({ reprintOf }) => reprintOf === id);
  const [lead, ...others] = articles.filter(({ reprintOf }) => reprintOf === undefined);
  const ofBefore = earlier.map(({ id, outlet, day }) => ({
    label: html`${words.printedAgain} (<bdi>${outlet.name}</bdi>, ${dayAndMonth(day)})`,
    texts: copiesOf(id),
  }));
  const groups = [
    { label: html`${words.printedAgain}`, texts: lead === undefined ? [] : copiesOf(lead.id) },
    ...ofBefore,
    { label: html`${words.alsoWrote}`, texts: others },
  ].filter(({ texts }) => texts.length > 0);
  return html`<p class="meta chain">${origin(story, frame)}${groups.map(
    ({ label, texts }) => html`; ${label}: ${list(texts, (text) => copies(copiesOf(text.id), frame), frame)}`,
  )}</p>
`;
}

function origin({ origin: { article, name, isAgency }, articles, earlier }: Story, frame: ChainFrame): Markup {
  const { words } = frame.locale;
  const text = [...earlier, ...articles].find(({ id }) => id === article);
  return html`${words.origin}: <bdi>${isAgency || text === undefined ? name : linked(text.url, name)}</bdi>${
    isAgency ? ` (${words.creditedInText})` : text !== undefined && time(text, frame)
  }`;
}

/** What is in brackets behind a text of its own: who printed that again. */
function copies(texts: readonly StoryArticle[], frame: ChainFrame): Markup {
  if (texts.length === 0) return html``;
  return html` (${frame.locale.words.printedAgain}: ${list(texts, () => html``, frame)})`;
}

function list(texts: readonly StoryArticle[], behind: (text: StoryArticle) => Markup, frame: ChainFrame): Markup {
  const { words, fill } = frame.locale;
  const shown = frame.inLedger && texts.length > OUTLETS_IN_SIGHT + 1 ? texts.slice(0, OUTLETS_IN_SIGHT) : texts;
  const rest = texts.length - shown.length;
  return html`${shown.map(
    (text, i) => html`${i > 0 && ", "}${linked(text.url, text.outlet.name)}${time(text, frame)}${behind(text)}`,
  )}${rest > 0 && ` ${fill(words.andMore, { count: rest })}`}`;
}

function time({ published }: Text, { day, locale }: ChainFrame): Markup {
  return html`${published !== undefined && html` ${moment(published, day, locale)}`}`;
}

import type { Position } from "../../model.ts";
import { balanceOn, before, chartDays } from "../history.ts";
import { positionKey } from "../page-keys.ts";
import { positionPicture } from "../pictures/position-picture.ts";
import { positionTrend } from "../position-trend.ts";
import { nameIn, type SitePage, sitePage } from "../site.ts";
import type { GatheredPage, Gathering } from "./gathered-page.ts";

/** In the site's first language. */
function pictureKey({ id }: Position): string {
  return positionKey(id).replace(/\.html$/u, ".png");
}

/** What is shown of a claim where a link to its page stands; its days are the thirty that end with the last finished one. */
export function positionPreview(
  position: Position,
  { record, locale }: Gathering,
): Pick<GatheredPage, "description" | "picture"> {
  const last = record.history.at(-1);
  if (last === undefined) return {};
  const days = chartDays(record.history, last.date).map((day) => balanceOn(day, position.id));
  const weighed = (["for", "against"] as const).map((side) =>
    locale.count(
      days.reduce((sum, day) => sum + day[side], 0),
      locale.words.relationCounts[side],
    ),
  );
  const description = `${locale.words.lastDays}: ${weighed.join(" · ")}`;
  const alt = `${locale.pick(position.statement)}. ${description}`;
  return { description, picture: { key: pictureKey(position), alt } };
}

/** The picture itself; none before a day is finished. */
export function positionPicturePage(
  position: Position,
  { record, site, language, locale }: Gathering,
): SitePage | undefined {
  const last = record.history.at(-1);
  if (last === undefined) return undefined;
  const { date } = last;
  const { trend } = positionTrend(position.id, date, balanceOn(last, position.id), before(record.history, date));
  const picture = { title: locale.pick(site.title), statement: locale.pick(position.statement), date, trend };
  return sitePage(nameIn(language, pictureKey(position), site.languages), positionPicture(picture, locale));
}

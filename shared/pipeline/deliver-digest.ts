import { createHash } from "node:crypto";
import type { Edition } from "../digest/edition.ts";
import { addDays, localDate } from "../time.ts";
import { type Channel, deliveryChannels } from "./delivery-channels.ts";
import { DeliveryError, type DeliveryMark, type EditionRecord, type Messenger } from "./ports.ts";
import { type PublishDigestDeps, type PublishResult, publishDigest } from "./publish-digest.ts";

/** How many days back is looked for digests that a channel has missed: older ones are no news. */
const RECENT_DAYS = 3;

export interface DeliverDigestDeps extends PublishDigestDeps {
  /** Absent where whoever runs this was not given the means. */
  readonly messenger?: Messenger | undefined;
}

/**
 * Sends finished editions to every channel that has missed them, oldest first; `published` are those that this run has
 * published already. A new channel begins with the newest edition.
 *
 * Once for each channel and revision: what was sent is marked afterwards, so a run that is cut short between the two
 * sends again, and no other does. Where sending fails, that is a problem of today, whose edition is not finished yet,
 * and the next run tries again. A further revision is sent only where more or fewer articles speak for, against or of
 * some position than in what the channel had last: revisions come of a changed watchlist or a late failure as well, and
 * those are not worth a letter.
 */
export async function deliverDigests(deps: DeliverDigestDeps, published: readonly PublishResult[]): Promise<void> {
  const { store, watchlist, log, messenger, siteAddress } = deps;
  const { deliver: asked, title, languages } = watchlist.monitor;
  if (asked === undefined) return;
  if (messenger === undefined) {
    log.warn("digests not delivered", { reason: "deliver is asked for, but not deployed: deploy" });
    return;
  }
  const channels = deliveryChannels(asked, { title, languages, address: siteAddress }, messenger);
  const editions = await recentEditions(deps);
  const marks = (await Promise.all(editions.map(async ({ date }) => await store.deliveriesOf(date)))).flat();
  const marksOf = ({ name }: Channel) => marks.filter((mark) => mark.channel === name);
  for (const record of editions) {
    const missing = channels.filter((channel) => misses(record, marksOf(channel), editions));
    if (missing.length === 0) continue;
    const { date } = record;
    const { edition } =
      published.findLast((result) => result.edition.date === date) ?? (await publishDigest(deps, date));
    for (const channel of missing) {
      const last = marksOf(channel).findLast((mark) => mark.date === date);
      await deliver(deps, channel, edition, last);
    }
  }
}

/** Whether a channel with these marks should have had this edition, and has not. Marks and editions are oldest first. */
function misses(
  { date, revision }: EditionRecord,
  marks: readonly DeliveryMark[],
  editions: readonly EditionRecord[],
): boolean {
  const begins = marks[0] ?? editions.at(-1);
  const isMarked = marks.some((mark) => mark.date === date && mark.revision === revision);
  return begins !== undefined && date >= begins.date && !isMarked;
}

/** Finished editions of the last days, oldest first. */
async function recentEditions({ clock, store, watchlist }: DeliverDigestDeps): Promise<readonly EditionRecord[]> {
  const earliest = addDays(localDate(clock(), watchlist.monitor.timeZone), -RECENT_DAYS);
  const editions = await store.editions(RECENT_DAYS + 1);
  return editions.filter(({ date, revision }) => revision > 0 && date >= earliest).toReversed();
}

async function deliver(
  deps: DeliverDigestDeps,
  channel: Channel,
  edition: Edition,
  last: DeliveryMark | undefined,
): Promise<void> {
  const { date, revision } = edition;
  const balance = balanceOf(edition);
  const isNews = last?.balance !== balance;
  if (isNews && !(await send(deps, channel, edition))) return;
  await deps.store.markDelivered({ date, revision, channel: channel.name, balance });
  deps.log.info(isNews ? "digest delivered" : "nothing new to deliver", { channel: channel.name, date, revision });
}

/** False, having counted and told why, where it could not be sent. */
async function send(
  { clock, store, watchlist, log }: DeliverDigestDeps,
  { name, kind, send }: Channel,
  edition: Edition,
): Promise<boolean> {
  try {
    await send(edition);
    return true;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { date, revision } = edition;
    log.warn("digest not delivered", { channel: name, date, revision, error });
    const today = localDate(clock(), watchlist.monitor.timeZone);
    await store.countProblem(today, { source: kind, stage: "publish", reason: error.message });
    return false;
  }
}

/** SHA-256, hexadecimal, of how many articles speak for, against and of each position. */
function balanceOf({ dossiers }: Edition): string {
  const counts = dossiers.flatMap(({ positions }) => positions.map(({ id, articles }) => [id, articles]));
  return createHash("sha256").update(JSON.stringify(counts)).digest("hex");
}

import { corpusPath } from "./corpus.ts";
import { judgeFeedparser } from "./feedparser-suite.ts";
import { judgeGofeed } from "./gofeed-suite.ts";
import { shareOf } from "./suite-score.ts";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** How far Mizan reads feeds as the tests of two feed readers expect. */
export async function benchFeedSuites(row: (name: string, value: string) => void): Promise<void> {
  const feedparser = corpusPath("feeds/feedparser");
  if (feedparser !== undefined) {
    const score = await judgeFeedparser(feedparser);
    row(
      `feedparser's suite (${score.files} files), ${score.total} expectations on what we keep`,
      percent(shareOf(score)),
    );
    row("  of these, texts that are compared without their markup", String(score.withoutMarkup));
  }
  const gofeed = corpusPath("feeds/gofeed");
  if (gofeed !== undefined) {
    const score = await judgeGofeed(gofeed);
    const same = 1 - score.misses.length / score.fields;
    row(`gofeed's suite (${score.pairs} pairs), ${score.fields} titles, links and dates`, percent(same));
    row(`  of the ${score.total} that are not absent from both`, percent(shareOf(score)));
  }
}

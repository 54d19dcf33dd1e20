import type { Watchlist } from "../../shared/model.ts";
import { openWorld } from "../local/open-world.ts";
import { UsageError } from "../usage-error.ts";
import type { GivenArticle } from "./read-article.ts";

/** An article as the local store keeps it. Throws a `UsageError` that says how to get its text where it is not kept. */
export async function rememberedArticle(id: string, data: string, { sources }: Watchlist): Promise<GivenArticle> {
  const world = await openWorld(data);
  try {
    const article = await world.store.article(id);
    const item = await world.store.item(id);
    if (article !== undefined) {
      const language = sources.find((source) => source.id === article.source)?.language;
      const { title, text, url } = article;
      return { from: id, url, input: { title, text, ...(language === undefined ? {} : { language }) } };
    }
    if (item === undefined) throw new UsageError(`${id}: no item of ${data} has this id`);
    const why = item.reason === undefined ? item.state : `${item.state}, ${item.reason}`;
    throw new UsageError(
      `${id}: the text of "${item.title}" was not kept (${why}), as only that of matched articles is; read it anew:\n` +
        `  npm run mizan -- explain ${item.url}`,
    );
  } finally {
    world.close();
  }
}

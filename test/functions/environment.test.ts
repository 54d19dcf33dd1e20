import { expect, test } from "vitest";
import { ENVIRONMENTS, environmentOf } from "../../functions/environment.ts";

const WHOLE = {
  TABLE_NAME: "mizan",
  WATCHLIST_BUCKET: "mizan-watchlist",
  SITE_BUCKET: "mizan-site",
  POLLS_QUEUE_URL: "https://sqs.eu-central-1.amazonaws.com/123456789012/polls",
  ARTICLES_QUEUE_URL: "https://sqs.eu-central-1.amazonaws.com/123456789012/articles",
};

test("a function takes from the environment what it needs, and no more", () => {
  const { WATCHLIST_BUCKET } = WHOLE;
  expect(environmentOf(ENVIRONMENTS["apply-watchlist"], { ...WHOLE, PATH: "/bin" })).toEqual({ WATCHLIST_BUCKET });
  expect(environmentOf(ENVIRONMENTS["apply-watchlist"], { WATCHLIST_BUCKET })).toEqual({ WATCHLIST_BUCKET });
});

test("every variable that is missing or wrong is named, with its value", () => {
  const variables = { TABLE_NAME: "", WATCHLIST_BUCKET: "mizan-watchlist", ARTICLES_QUEUE_URL: "articles" };
  expect(() => environmentOf(ENVIRONMENTS["schedule-polls"], variables)).toThrow(
    /^environment: TABLE_NAME is "": .+; POLLS_QUEUE_URL is missing; ARTICLES_QUEUE_URL is "articles": Invalid URL$/u,
  );
});

test.each(["apply-watchlist", "poll-feed", "publish-digest", "read-article", "schedule-polls"])(
  "%s can be imported without an environment, and says on its first call what it misses",
  async (name) => {
    const { handler } = await import(`../../functions/${name}.ts`);
    await expect(handler({})).rejects.toThrow("WATCHLIST_BUCKET is missing");
  },
);

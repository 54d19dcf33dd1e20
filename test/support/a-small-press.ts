import type { Outlet, Press, PressArticle } from "../../cli/press/press.ts";

/** The day of the press, in Tashkent. */
export const PRESS_DAY = "2026-02-10";

const LONG =
  "Delegations met for two days and published a list of measures, dates and sums, with an annex for each basin.";

function article(path: string, changed: Partial<PressArticle> = {}): PressArticle {
  return {
    url: `http://steppe-post.example/${path}`,
    title: "The river will be run jointly",
    lead: "Kazakhstan and Uzbekistan will run the river jointly from April.",
    text: `Kazakhstan and Uzbekistan will run the river jointly from April, the ministers said in Nukus.\n\n${LONG}`,
    published: `${PRESS_DAY}T04:00:00.000Z`,
    quirks: {},
    ...changed,
  };
}

const OUTLET: Omit<Outlet, "id" | "name" | "feed" | "articles"> = {
  country: "KZ",
  language: "en",
  ownership: "private",
};

/** Two outlets over one day, for the watchlist of `watchFiles`: for, against, corrected, and most ways to end. */
export function aSmallPress(): Press {
  const weather = `Frost is expected in the north and wind in the south of the country this week, forecasters said.\n\n${LONG}`;
  const dispute =
    "A dispute over the canal between Kazakhstan and Uzbekistan went on for a third week, officials said.";
  return {
    outlets: [
      {
        ...OUTLET,
        id: "steppe-post",
        name: "Steppe Post",
        feed: { url: "http://steppe-post.example/rss.xml", format: "rss", charset: "utf-8", gzip: true },
        articles: [
          article("joint"),
          article("dispute", { title: "Dispute over the canal", lead: dispute, text: `${dispute}\n\n${LONG}` }),
          article("weather", { title: "Frost and wind", lead: "Frost is expected.", text: weather }),
          article("undated", {
            title: "Frost and wind again",
            lead: "Again.",
            text: weather,
            quirks: { date: "missing" },
          }),
          article("gone", { title: "Taken back", quirks: { page: "gone" } }),
        ],
      },
      {
        ...OUTLET,
        id: "vodiy",
        name: "Водий",
        feed: { url: "http://vodiy.example/rss.xml", format: "atom", charset: "windows-1251", gzip: false },
        articles: [
          article("", {
            url: "http://vodiy.example/news/7?утм=1",
            title: "Канал",
            corrected: {
              at: `${PRESS_DAY}T08:00:00.000Z`,
              title: "Канал: уточнение",
              lead: "Уточнение.",
              text: `Река общая: Казахстан и Узбекистан будут управлять каналом вместе, сказал министр.\n\n${LONG}`,
            },
          }),
          article("", { url: "http://vodiy.example/news/8", title: "Меню", lead: "", quirks: { page: "menu" } }),
        ],
      },
    ],
  };
}

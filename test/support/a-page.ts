import { type PageOrigin, readPage } from "../../shared/articles/read-page.ts";
import type { PageFacts } from "../../shared/model.ts";

export const PARAGRAPHS = [
  "Президенты Казахстана и Узбекистана открыли в Сарыагаше новый пункт пропуска, сообщила пресс-служба Акорды.",
  "По словам акима области, через границу будут ежедневно проходить до трёх тысяч грузовиков и пятнадцать поездов.",
  "Строительство заняло два года и обошлось сторонам в сорок миллионов долларов, половину дал общий фонд.",
];

/** A page with an article, and around it what pages have: menu, teasers, share buttons, footer. */
export function aPage({
  head = "",
  top = "<h1>Открыт пункт пропуска</h1>",
  body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n"),
}: {
  readonly head?: string;
  /** What stands over the text. */
  readonly top?: string;
  readonly body?: string;
} = {}): string {
  return `<!doctype html><html lang="ru"><head><title>Открыт пункт пропуска - Степной вестник</title>${head}<style>p{color:red}</style></head><body>
    <nav><ul><li><a href="/">Главная</a><li><a href="/politics">Политика</a><li><a href="/sport">Спорт</a></ul></nav>
    <main><article>${top}<div class="text">${body}</div>
    <div class="share"><a href="#">Поделиться во ВКонтакте</a> <a href="#">Поделиться в Телеграме</a></div></article>
    <aside><h3>Читайте также</h3><a href="/2">Курс доллара вырос до рекорда за месяц</a></aside></main>
    <script>var banner = "Купите слона";</script><footer>© Степной вестник, 2026. Все права защищены.</footer></body></html>`;
}

/** What is read of a page at `https://steppe.example/news/1`, with dates in Almaty's time. */
export function read(
  page: string | Uint8Array,
  origin: Partial<PageOrigin> = {},
): PageFacts & { readonly text?: string; readonly problem?: string } {
  return readPage(typeof page === "string" ? new TextEncoder().encode(page) : page, {
    url: "https://steppe.example/news/1",
    timeZone: "Asia/Almaty",
    ...origin,
  });
}

/**
 * The one script of the site: searches months of articles in the browser, the newest month first and older ones when
 * asked. A word finds every word that begins with it, whatever its letters' case, ё or apostrophes; all words must be
 * found in an article. Everything from the index reaches the page as text.
 */
export const SEARCH_SCRIPT = String.raw`"use strict";
(() => {
  const form = document.getElementById("search");
  const field = document.getElementById("query");
  const status = document.getElementById("status");
  const results = document.getElementById("results");
  const older = document.getElementById("older");
  const say = form.dataset;
  const waiting = say.months === "" ? [] : say.months.split(" ");
  const loaded = [];
  const MOST = 100;
  const days = new Intl.DateTimeFormat(say.locale, { dateStyle: "long", timeZone: "UTC" });
  const dayOf = (date) => days.format(Date.parse(date)).replace(/\sг\.$/u, "");
  let turn = 0;
  let loading;

  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/ё/gu, "е").replace(/[ʻʼ‘’'${"`"}´]/gu, "").normalize("NFC");
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  window.mizanMonth = (month, rows) => {
    for (const row of rows) {
      const texts = [row[3], row[4]].concat(row[5].flatMap((quote) => [quote[1], quote[2]]));
      row.push(" " + wordsOf(texts.join(" ")).join(" "));
    }
    loaded.push(...rows);
  };

  const loadMonth = () =>
    new Promise((resolve) => {
      const month = waiting.shift();
      const script = document.createElement("script");
      script.src = "search/" + month + ".js";
      script.onload = resolve;
      script.onerror = resolve;
      document.head.append(script);
    });

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const entry = ([date, url, language, outlet, title, quotes]) => {
    const item = element("li", undefined, { class: "entry" });
    for (const [relation, quote, speaker] of quotes) {
      const line = element("div", undefined, { class: "line " + relation });
      const mark = element("p", undefined, { class: "mark" });
      mark.append(element("b", say[relation]), speaker === "" ? "" : " · " + speaker);
      line.append(mark);
      line.append(element("blockquote", quote, { lang: language, dir: "auto" }));
      item.append(line);
    }
    const refs = element("p", undefined, { class: "refs" });
    const cite = element("cite", undefined, { lang: language, dir: "auto" });
    const known = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
    cite.append(known ? element("a", title, { href: url, rel: "noopener noreferrer external" }) : title);
    const day = element("a", dayOf(date), { href: date + "/" + say.day });
    refs.append(cite, " ", element("b", outlet), " · ", day);
    item.append(refs);
    return item;
  };

  const show = async (more) => {
    const mine = ++turn;
    const words = wordsOf(field.value);
    results.replaceChildren();
    older.hidden = true;
    status.textContent = "";
    if (words.length === 0) return;
    if (waiting.length > 0 && (more || loading === undefined)) loading = Promise.resolve(loading).then(loadMonth);
    await loading;
    if (mine !== turn) return;
    const found = loaded.filter((row) => words.every((word) => row[6].includes(" " + word)));
    results.append(...found.slice(0, MOST).map(entry));
    const oldest = loaded.length === 0 ? "" : dayOf(loaded.at(-1)[0]);
    const sentence = found.length === 0 ? say.nothing : say.found;
    status.textContent = sentence.replace("{count}", String(found.length)).replace("{since}", oldest);
    older.hidden = waiting.length === 0;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false);
  });
  field.addEventListener("input", () => show(false));
  older.addEventListener("click", () => show(true));
})();
`;

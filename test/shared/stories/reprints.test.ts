import { expect, test } from "vitest";
import { loadSamplePress } from "../../../cli/press/load-sample-press.ts";
import { bandKeys, containment, resemblance, signatureOf } from "../../../shared/stories/min-hash.ts";
import { isReprint, sharesBand } from "../../../shared/stories/reprints.ts";
import { splitSentences } from "../../../shared/text/sentences.ts";
import { tokenise } from "../../../shared/text/tokens.ts";

const texts = loadSamplePress().outlets.flatMap(({ articles }) => articles.map(({ text }) => text));
const sign = (text: string) => {
  const signature = signatureOf(tokenise(text));
  if (signature === undefined) throw new Error(`too short: ${text}`);
  return signature;
};
/** Every fourth sentence left out. */
const cut = (text: string) =>
  splitSentences(text)
    .filter((_, i) => i % 4 !== 1)
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");

test("a text is wholly like itself, whatever quotation marks and dashes it is set in", () => {
  const text =
    "«Кен шекараны білмейді», – деді Серік Дүйсен, комитет өкілі. Маусым мамырда басталады, топқа жиырма маман кіреді.";
  const other = text.replaceAll(/[«»]/gu, '"').replaceAll("–", "-");
  expect(resemblance(sign(text), sign(other))).toBe(1);
  expect(bandKeys(sign(text))).toEqual(bandKeys(sign(other)));
});

test("a copy with a quarter of the sentences cut is found, in every language of the sample press", () => {
  for (const text of texts) {
    expect(isReprint(sign(text), sign(cut(text))), text).toBe(true);
    expect(sharesBand(sign(text), sign(cut(text))), text).toBe(true);
  }
});

test("different articles are not alike, but for the one that four outlets printed", () => {
  const signed = texts.map(sign);
  const alike = signed.flatMap((a, i) => signed.slice(i + 1).filter((b) => isReprint(a, b)));
  expect(alike).toHaveLength(6);
});

test("a short item within a long round-up is contained in it and no reprint of it", () => {
  const item = splitSentences(texts[0] ?? "").slice(0, 3);
  const brief = (texts[0] ?? "").slice(0, item.at(-1)?.end);
  const roundUp = `${texts.slice(1, 5).join("\n\n")}\n\n${brief}`;
  expect(containment(sign(brief), sign(roundUp))).toBeGreaterThan(0.5);
  expect(isReprint(sign(brief), sign(roundUp))).toBe(false);
});

test("different short texts share no band", () => {
  const [a, b] = ["Ала-Тоо", "Сырдарья"].map((name) =>
    sign(Array.from({ length: 14 }, (_, i) => `${name}${i}`).join(" ")),
  );
  expect(a !== undefined && b !== undefined && sharesBand(a, b)).toBe(false);
});

test("the estimates come near what is so", () => {
  const words = Array.from({ length: 900 }, (_, i) => `слово${i}`);
  const [a, b] = [sign(words.slice(0, 600).join(" ")), sign(words.slice(300).join(" "))];
  expect(resemblance(a, b)).toBeGreaterThan(0.2); // 298 of 898 shingles
  expect(resemblance(a, b)).toBeLessThan(0.46);
  expect(containment(a, b)).toBeGreaterThan(0.35);
  expect(containment(a, b)).toBeLessThan(0.65);
  expect(a.shingles).toBe(598);
});

test("too short a text has no signature", () => {
  expect(signatureOf(tokenise("Снегопад в Астане. Школы закрыты."))).toBeUndefined();
});

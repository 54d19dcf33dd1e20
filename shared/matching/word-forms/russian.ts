import { DECLENSIONS, INDECLINABLE, IRREGULAR } from "./russian-declensions.ts";
import { type Stem, UNCHANGED, type WordForms, whole } from "./word-form.ts";

/** Of names in capitals only those that can be said as a word change, and only in the singular: глава МИДа. */
const ACRONYM = whole("|а|у|ом|е");

/** So short a stem by itself is another word: Ота, от. In letters. */
const SHORT = 3;

export const russian: WordForms = {
  stems: (word, isName) => {
    const irregular = IRREGULAR[word];
    if (irregular !== undefined) return [listed(irregular.split(" "))];
    if (INDECLINABLE.has(word) || /^.?[^бвгджзйклмнпрстфхцчшщь]$/u.test(word))
      return [{ stem: word, endings: UNCHANGED }];
    const row = DECLENSIONS.find(({ cut }) => cut.test(word));
    const stem = row === undefined ? "" : word.replace(row.cut, "");
    // What is nothing but an ending (ый) has no stem to be found by.
    if (row === undefined || stem === "" || word.length === 1) return [{ stem: word, endings: UNCHANGED }];
    const endings = isName ? row.endingsOfName : row.endings;
    return [
      { stem, endings: stem.length < SHORT && stem !== word ? notEmpty(endings) : endings },
      ...vanishing(word),
      ...appearing(word),
    ];
  },
  acronym: (word) => [{ stem: word, endings: /[аеиоуэюя].*[бвгджзклмнпрстфхц]$/u.test(word) ? ACRONYM : UNCHANGED }],
};

function notEmpty({ source }: RegExp): RegExp {
  return new RegExp(source.replace("^", "^(?=.)"), "u");
}

/** Exactly these forms, as what they have in common and what each goes on with. */
function listed(forms: readonly string[]): Stem {
  const [first = ""] = forms;
  const common = Array.from(first, (_, i) => first.slice(0, i + 1)).findLast((stem) =>
    forms.every((form) => form.startsWith(stem)),
  );
  return { stem: common ?? "", endings: whole(forms.map((form) => form.slice(common?.length ?? 0)).join("|")) };
}

/** What stands for the vowel that a last syllable loses, by what the base form ends in. */
const VANISHING: readonly (readonly [end: RegExp, left: string, endings: RegExp])[] = [
  [/(?<=[аеиоуюя])ец$/u, "йц", whole("а|у|ем|ом|е|ы|ев|ам|ами|ах")], // европеец
  [/(?<=[^аеиоуыэюя])ец$/u, "ц", whole("а|у|ем|ом|е|ы|ев|ов|ам|ами|ах")], // казахстанец
  [/(?<=.[^аеиоуыэюя])[ео]к$/u, "к", whole("а|у|ом|е|и|ов|ам|ами|ах")], // рынок
  [/(?<=.[^аеиоуыэюя])[ео](?=[лнр]$)/u, "", whole("а|у|ом|е|ы|ов|ам|ами|ах")], // угол, ветер
  [/(?<=.[^аеиоуыэюя])[ео]([лнр])ь$/u, "$1", whole("я|ю|ем|е|и|ей|ям|ями|ях")], // уголь, уровень
  [/(?<=^[^аеиоуыэюя])е(н)ь$/u, "$1", whole("я|ю|ем|е|и|ей|ям|ями|ях")], // день
];

function vanishing(word: string): Stem[] {
  const row = VANISHING.find(([end]) => end.test(word));
  return row === undefined ? [] : [{ stem: word.replace(row[0], row[1]), endings: row[2] }];
}

/** The vowel that parts two consonants where the ending is gone: сделка, сделок; земля, земель; стройка, строек. */
function appearing(word: string): Stem[] {
  const match = /^(.+[^аеиоуыэюя])([клмнрц])[аеиоыя]$/u.exec(word);
  if (match === null) return [];
  const [, before = "", last = ""] = match;
  const stems = /[йь]$/u.test(before) ? [`${before.slice(0, -1)}е${last}`] : [`${before}о${last}`, `${before}е${last}`];
  return stems.map((stem) => ({ stem, endings: /[яи]$/u.test(word) ? SOFT_PLURAL : UNCHANGED }));
}

const SOFT_PLURAL = whole("|ь");

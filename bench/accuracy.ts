/**
 * `npm run eval`: how well the matcher reads, on labelled text: per theme, per position, per relation; and how well it
 * tells the relation of items that were written to try positions on, and articles of one story from others.
 */
import { join } from "node:path";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import type { Judgement, MatchInput } from "../shared/model.ts";
import { bootstrap, type Interval } from "./bootstrap.ts";
import { corpusLabels, type Labelled, pressLabels } from "./labels.ts";
import { type Score, type Scores, score } from "./score.ts";
import {
  accuracy,
  answer,
  groupBy,
  isRight,
  riskByCoverage,
  STANCES,
  type StanceAnswer,
  stanceItems,
} from "./stance.ts";
import { reportStories } from "./stories.ts";

const COVERAGES = [0.1, 0.25, 0.5, 0.75, 1];
const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
const matcher = compileMatcher(watchlist);
const themes = watchlist.dossiers.flatMap((dossier) => dossier.themes.map(({ id }) => id));
const positions = watchlist.dossiers.flatMap((dossier) => dossier.positions.map(({ id }) => id));

function report(name: string, items: readonly Labelled[]): void {
  const scores = score(items, matcher);
  console.log(`\n${name}: ${items.length} items`);
  console.log(`${"".padEnd(28)}${["labels", "precision", "recall", "F1"].map((head) => head.padStart(10)).join("")}`);
  rows("THEMES", themes, scores.byTheme, scores.themes);
  rows("POSITIONS", positions, scores.byPosition, scores.positions);
  relations(scores);
  const judged = new Map(items.map(({ input }) => [input, matcher(input)]));
  const again = (sample: readonly Labelled[]) => score(sample, (input) => judged.get(input) ?? matcher(input));
  interval(
    "themes, F1",
    bootstrap(items, (sample) => again(sample).themes.f1),
  );
  interval(
    "positions, F1",
    bootstrap(items, (sample) => again(sample).positions.f1),
  );
  interval(
    "relations, macro-F1",
    bootstrap(items, (sample) => again(sample).relationMacroF1),
  );
  byLanguage(items, judged);
}

function interval(name: string, { value, low, high }: Interval): void {
  console.log(`${`95 % interval: ${name}`.padEnd(58)}${[value, low, high].map(figure).join("")}`);
}

/** Share right, overall, by trap, language and position; what was said for what; what answering less would leave wrong. */
function reportStance(name: string, answers: readonly StanceAnswer[]): void {
  console.log(`\n${name}: ${answers.length} items`);
  interval("relation, accuracy", bootstrap(answers, accuracy));
  for (const by of ["trap", "language", "position"] as const) {
    console.log(`by ${by}`);
    for (const [group, some] of groupBy(answers, ({ item }) => item[by])) {
      const counts = `${some.filter(isRight).length} of ${some.length}`;
      console.log(`${`  ${group}`.padEnd(48)}${counts.padStart(10)}${figure(accuracy(some))}`);
    }
  }
  console.log(`${"is \\ was said".padEnd(28)}${STANCES.map((stance) => stance.padStart(10)).join("")}`);
  for (const meant of STANCES) {
    const some = answers.filter(({ item }) => item.relation === meant);
    const counts = STANCES.map((stance) => String(some.filter(({ said }) => said === stance).length).padStart(10));
    console.log(`${`  ${meant}`.padEnd(28)}${counts.join("")}`);
  }
  console.log("share answered, the surest first, and share of these that is wrong");
  for (const { answered, risk } of riskByCoverage(answers, COVERAGES))
    console.log(`${"".padEnd(28)}${figure(answered)}${figure(risk)}`);
}

/** F1 of themes and positions in each language that has some of these items. */
function byLanguage(items: readonly Labelled[], judged: ReadonlyMap<MatchInput, Judgement>): void {
  const groups = Map.groupBy(items, ({ input }) => judged.get(input)?.language ?? "?");
  for (const [language, group] of [...groups].toSorted(([, a], [, b]) => b.length - a.length)) {
    const { themes, positions } = score(group, (input) => judged.get(input) ?? matcher(input));
    const name = `in ${language}, ${group.length} items: themes, positions, F1`;
    console.log(`${name.padEnd(58)}${figure(themes.f1)}${figure(positions.f1)}`);
  }
}

function rows(title: string, ids: readonly string[], each: ReadonlyMap<string, Score>, overall: Score): void {
  row(title, overall);
  for (const id of ids) {
    const one = each.get(id);
    if (one !== undefined) row(`  ${id}`, one);
  }
}

function relations({ byRelation, relationMacroF1, relationAgreement, abstention }: Scores): void {
  console.log(`${"RELATIONS, macro-F1".padEnd(58)}${figure(relationMacroF1)}`);
  for (const [relation, one] of byRelation) row(`  ${relation}`, one);
  console.log(`${"  same relation where both found the position".padEnd(58)}${figure(relationAgreement)}`);
  console.log(`${"  abstained to mentions where the label takes a side".padEnd(58)}${figure(abstention)}`);
}

function row(name: string, { hits, missed, precision, recall, f1 }: Score): void {
  const labels = String(hits + missed).padStart(10);
  console.log(`${name.padEnd(28)}${labels}${[precision, recall, f1].map(figure).join("")}`);
}

const figure = (value: number): string => value.toFixed(2).padStart(10);

const labels = corpusLabels();
if (labels !== undefined) {
  report("Labelled news, all of it", [...labels.open, ...labels.heldOut]);
  report("Labelled news, the part that words were chosen by", labels.open);
  report("Labelled news, the third that is only measured on", labels.heldOut);
}
report("The sample press, as its authors read it", pressLabels());
const answers = answer(stanceItems(), matcher);
reportStance(
  "Written items, the part to learn from",
  answers.filter(({ item }) => item.part === "dev"),
);
reportStance(
  "Written items, the part that is only measured on",
  answers.filter(({ item }) => item.part === "test"),
);
reportStories();

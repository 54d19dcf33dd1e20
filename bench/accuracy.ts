/** `npm run eval`: how well the matcher reads, on labelled text: per theme, per position, per relation. */
import { join } from "node:path";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import { corpusLabels, type Labelled, pressLabels } from "./labels.ts";
import { type Score, type Scores, score } from "./score.ts";

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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Judgement, MatchInput } from "../shared/model.ts";
import { inputOf } from "./labels.ts";

/** What a careful reader says of an item and one position: the relation, or `none` where it does not speak to it. */
export const STANCES = ["for", "against", "mentions", "none"] as const;
export type Stance = (typeof STANCES)[number];

const itemSchema = z.strictObject({
  id: z.string(),
  language: z.string(),
  position: z.string(),
  relation: z.enum(STANCES),
  /** What makes it hard: a negation, a headline that says the contrary, words in quotation marks … */
  trap: z.string(),
  /** Words and weights may be chosen by `dev`; `test` is only measured on. */
  part: z.enum(["dev", "test"]),
  title: z.string().optional(),
  text: z.string(),
});

export interface StanceItem extends Omit<z.output<typeof itemSchema>, "title" | "text"> {
  readonly input: MatchInput;
}

const FILES = ["positions-1-9.yaml", "positions-10-17.yaml"];

/** The items written to try positions on, each for one of them. */
export function stanceItems(): StanceItem[] {
  return FILES.flatMap((name) => {
    const items = z.array(itemSchema).parse(parse(readFileSync(join(import.meta.dirname, "stance", name), "utf8")));
    return items.map(({ title, text, ...item }) => ({
      ...item,
      input: inputOf({ title, text }),
    }));
  });
}

/** What was said of an item's position, and how surely. */
export interface StanceAnswer {
  readonly item: StanceItem;
  readonly said: Stance;
  /** 0 where nothing was said. */
  readonly confidence: number;
}

export function answer(items: readonly StanceItem[], judge: (input: MatchInput) => Judgement): StanceAnswer[] {
  return items.map((item) => {
    const found = judge(item.input).positions.find(({ position }) => position === item.position);
    return { item, said: found?.relation ?? "none", confidence: found?.confidence ?? 0 };
  });
}

export const isRight = ({ item, said }: StanceAnswer): boolean => item.relation === said;

/** The share of answers that are right, 0 to 1. */
export function accuracy(answers: readonly StanceAnswer[]): number {
  return answers.length === 0 ? 0 : answers.filter(isRight).length / answers.length;
}

/** Right answers among the surest ones: the risk that is left when only so large a share is answered. */
export function riskByCoverage(answers: readonly StanceAnswer[], shares: readonly number[]) {
  const surest = answers.filter(({ said }) => said !== "none").toSorted((a, b) => b.confidence - a.confidence);
  return shares.map((share) => {
    const kept = surest.slice(0, Math.ceil(answers.length * share));
    return { share, answered: kept.length / answers.length, risk: 1 - accuracy(kept) };
  });
}

/** Groups in the order in which their names come first. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

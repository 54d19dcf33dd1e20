import { describe, expect, test } from "vitest";
import type { Signs } from "../../../shared/matching/log-odds.ts";
import { MENTION_SIGNS, SIDE_SIGNS, SPEAKS_SIGNS } from "../../../shared/matching/position-signs.ts";
import { decide, relationOf, type StanceWeights } from "../../../shared/matching/stance-model.ts";

/** All signs 0 but those given. */
function signs<Name extends string>(names: readonly Name[], given: Partial<Signs<Name>> = {}): Signs<Name> {
  return { ...(Object.fromEntries(names.map((name) => [name, 0])) as Signs<Name>), ...given };
}

const WEIGHTS: StanceWeights = {
  least: 0.3,
  speaks: { ...signs(SPEAKS_SIGNS, { frames: 1 }), bias: -2 },
  side: { ...signs(SIDE_SIGNS, { frameAsserted: 1 }), bias: 0 },
  mention: { ...signs(MENTION_SIGNS, { undecided: 4 }), bias: -2 },
};
const stance = (frameAsserted: number, undecided = 0) => ({
  side: signs(SIDE_SIGNS, { frameAsserted }),
  mention: signs(MENTION_SIGNS, { undecided }),
});
const asked = (frames: number) => ({
  speaks: signs(SPEAKS_SIGNS, { frames }),
  stance: () => stance(2),
});

describe("the relation of what speaks to a position", () => {
  test.each([
    ["for", 2, 0],
    ["against", -2, 0],
    ["mentions", 2, 1],
    ["mentions", 0.1, 0],
  ] as const)("is %s where the frames sum up to %s and %s of it is undecided", (relation, frames, undecided) => {
    expect(relationOf(stance(frames, undecided), WEIGHTS, 0.5).relation).toBe(relation);
  });

  test("is a side only where that is as probable as asked for", () => {
    expect(relationOf(stance(2), WEIGHTS, 0.9).relation).toBe("mentions");
  });
});

describe("the positions an article speaks to", () => {
  const at = (least: number, ...frames: number[]) =>
    decide(
      frames.map((count) => ({ ...asked(count), weights: { ...WEIGHTS, least } })),
      0.5,
    ).map(({ index }) => index);

  test("are those probable enough", () => expect(at(0.4, 3, 0, 2)).toEqual([0, 2]));
});

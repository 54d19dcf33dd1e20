import { createEntityFinder } from "../../shared/stories/find-entities.ts";
import { groupInTurn } from "../../shared/stories/group-stories.ts";
import type { Placement } from "../../shared/stories/place-article.ts";
import { type StoryInput, sketchArticle } from "../../shared/stories/sketch.ts";

/** Groups articles whose ids are all different; by their ids. */
export function groupStories(
  inputs: readonly StoryInput[],
  findEntities = createEntityFinder([]),
): ReadonlyMap<string, Placement> {
  const turns = groupInTurn(inputs.map((input) => sketchArticle(input, findEntities)));
  for (let turn = turns.next(); ; turn = turns.next())
    if (turn.done === true) return new Map(turn.value.map((place, i) => [inputs[i]?.id ?? "", place]));
}

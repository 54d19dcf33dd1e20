import { COMMON_WORDS } from "./common-words.ts";
import { hash } from "./hash.ts";
import { rootTerm } from "./root-term.ts";
import { rootOf } from "./roots.ts";
import { soundKey } from "./sound-key.ts";

/** A word as it is compared; each sound is the hash of a form. */
export interface Word {
  /** See `rootTerm`. */
  readonly root: number;
  /** False for what stands in any text: short, common, a number. */
  readonly isTelling: boolean;
  /** How it sounds, if it is a name; undefined where that is too little to know a name by. */
  readonly sound?: number;
  /** How it sounds, if it is a loan that other languages have too. */
  readonly loan?: number;
}

/** A word has so many letters at least. */
const SHORTEST = 3;
/** A word that is no name is known by so many sounds at least. */
const FEWEST_SOUNDS = 4;
/** Distinct words remembered at a time. */
const REMEMBERED = 50_000;
const remembered = new Map<string, Word>();

/** Reads a folded word. */
export function wordOf(form: string): Word {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const isTelling = form.length >= SHORTEST && !/^\d/u.test(form) && !COMMON_WORDS.has(form);
  const sound = soundKey(form);
  const isLoan = isTelling && sound !== undefined && sound.length >= FEWEST_SOUNDS;
  const word = {
    root: rootTerm(rootOf(form)),
    isTelling,
    ...(sound === undefined ? {} : { sound: hash(`~${sound}`) }),
    ...(isLoan ? { loan: hash(sound) } : {}),
  };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(form, word);
  return word;
}

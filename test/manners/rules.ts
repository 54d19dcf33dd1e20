import type { IncomingMessage, ServerResponse } from "node:http";

/** What nobody may do to an outlet, in the words of its administrator. */
export type Rule =
  | "asks too soon after the last request"
  | "asks while told to wait"
  | "polls before told"
  | "polls in an hour or on a day that the feed excludes"
  | "polls oftener than every quarter of an hour"
  | "sends other validators than it was given"
  | "asks for all of a feed again without need"
  | "asks for a page without knowing robots.txt"
  | "asks for a page that robots.txt forbids"
  | "asks for robots.txt again on the same day"
  | "asks for a page it has had"
  | "sends a cookie"
  | "does not say who it is"
  | "takes nothing but feeds"
  | "takes nothing compressed";

export interface Breach {
  readonly rule: Rule;
  readonly at: string;
  readonly url: string;
}

/** Requests by what they were for, and what was answered. */
export interface Tally {
  readonly requests: number;
  /** Of feeds: whole ones, "not modified", and those that were no feed. */
  readonly full: number;
  readonly notModified: number;
  readonly refused: number;
  readonly pages: number;
  readonly robots: number;
  /** Bytes of bodies as they went over the wire. */
  readonly bytes: number;
  /** Bytes of feeds that validators and compression kept off the wire. */
  readonly saved: number;
}

/** What a host remembers of whoever asks. */
export interface HostMemory {
  lastStart: number;
  restUntil: number;
  robotsAt: number;
  robotsFailed: boolean;
  /** Whether it was ever to be had: then it holds until it can be had again (RFC 9309 §2.4). */
  robotsHad: boolean;
  /** The address of a redirect that was just given: following it is part of the same request. */
  hop: string | undefined;
  readonly pagesHad: Set<string>;
}

/** One request, and where it is written down. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly now: number;
  readonly path: string;
  readonly memory: HostMemory;
  readonly breach: (rule: Rule) => void;
  readonly tally: { -readonly [K in keyof Tally]: number };
}

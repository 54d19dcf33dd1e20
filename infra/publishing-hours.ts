/** Minute and hours of a cron expression. */
export interface Hours {
  readonly minute: string;
  readonly hour: string;
}

/**
 * When, each day, the digest of yesterday is published; when the pages that gather it with other days follow, and when
 * the digest of today so far is published, if the day leaves time for them.
 */
export interface PublishingHours {
  readonly daily: Hours;
  readonly gathering: Hours | undefined;
  readonly soFar: Hours | undefined;
}

/**
 * The hours that follow from `HH:MM`. Today's digest is written half an hour apart from yesterday's, so that the two
 * never meet, and not before it: after midnight, any run would publish yesterday's ahead of its hour.
 */
export function publishingHours(publishAt: string): PublishingHours {
  const [hour = 0, minute = 0] = publishAt.split(":").map(Number);
  const [apart, first] = minute < 30 ? [minute + 30, hour] : [minute - 30, hour + 1];
  const [minuteAfter, hourAfter] = minute < 59 ? [minute + 1, hour] : [0, hour + 1];
  return {
    daily: { minute: String(minute), hour: String(hour) },
    gathering: hourAfter < 24 ? { minute: String(minuteAfter), hour: String(hourAfter) } : undefined,
    soFar: first < 24 ? { minute: String(apart), hour: first < 23 ? `${first}-23` : "23" } : undefined,
  };
}

/**
 * Hours without a publication, counted from midnight, after which the digest due at `HH:MM` is missing, if it may be
 * late by so many minutes. From the last run before midnight to its hour there is nothing to publish.
 */
export function silentHours(publishAt: string, lateMinutes: number): number {
  const [hour = 0, minute = 0] = publishAt.split(":").map(Number);
  return Math.ceil((hour * 60 + minute + lateMinutes) / 60);
}

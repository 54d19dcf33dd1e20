/** Minute and hours of a cron expression. */
export interface Hours {
  readonly minute: string;
  readonly hour: string;
}

/** When, each day, the digest of yesterday is published, and when that of today so far, if the day leaves time for it. */
export interface PublishingHours {
  readonly daily: Hours;
  readonly soFar: Hours | undefined;
}

/**
 * The hours that follow from `HH:MM`. Today's digest is written half an hour apart from yesterday's, so that the two
 * never meet, and not before it: after midnight, any run would publish yesterday's ahead of its hour.
 */
export function publishingHours(publishAt: string): PublishingHours {
  const [hour = 0, minute = 0] = publishAt.split(":").map(Number);
  const [apart, first] = minute < 30 ? [minute + 30, hour] : [minute - 30, hour + 1];
  return {
    daily: { minute: String(minute), hour: String(hour) },
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

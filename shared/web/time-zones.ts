/** Abbreviated zones found in feeds of the region, as IANA names where their offset has changed, else as offsets. */
const ZONES: Readonly<Record<string, string>> = {
  almt: "Asia/Almaty", // UTC+6, since 1 March 2024 UTC+5
  aqtt: "Asia/Aqtobe",
  azt: "Asia/Baku",
  bst: "+01:00",
  cet: "+01:00",
  cest: "+02:00",
  cst: "-06:00", // RFC 822 §5.1, as all of the American ones
  cdt: "-05:00",
  edt: "-04:00",
  eest: "+03:00",
  eet: "+02:00",
  est: "-05:00",
  gmt: "UTC",
  kgt: "Asia/Bishkek",
  mdt: "-06:00",
  msd: "+04:00", // summer time of Moscow, until 2010
  msk: "Europe/Moscow",
  mst: "-07:00",
  omst: "Asia/Omsk",
  orat: "Asia/Oral",
  pdt: "-07:00",
  pst: "-08:00",
  qyzt: "Asia/Qyzylorda",
  tjt: "Asia/Dushanbe",
  tmt: "Asia/Ashgabat",
  trt: "+03:00",
  ut: "UTC",
  utc: "UTC",
  uzt: "Asia/Tashkent",
  yekt: "Asia/Yekaterinburg",
  z: "UTC",
  мск: "Europe/Moscow",
};

const OFFSET = /^\(?(?:gmt|utc)? ?([+\u2212-])(\d{1,2}):?(\d{2})?(?!\d)/iu;
/** No zone is further from UTC than this, in hours. */
const FURTHEST = 14;

/**
 * The zone that a date ends with, as `Temporal` takes it: `+0600`, `+06:00`, `+6`, `GMT+5`, `MSK`. Undefined where none
 * that we know is named. Throws a RangeError where it is none on Earth.
 */
export function zoneNamed(text: string): string | undefined {
  const offset = OFFSET.exec(text);
  if (offset === null) return ZONES[/^\(?(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? ""];
  const [, sign = "", hours = "", minutes = "00"] = offset;
  if (Number(hours) > FURTHEST || Number(minutes) > 59) throw new RangeError(`no zone is ${offset[0]} from UTC`);
  return `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
}

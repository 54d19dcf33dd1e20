// biome-ignore lint/suspicious/noControlCharactersInRegex: controls and line ends become one space.
const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;

/** Text from outside as one line: controls, line ends and white space become one space each. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(BREAKS, " ").trim();
}

/** The same in `most` UTF-16 code units, cut between words where it is longer, with `…` to say so. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const start = line.slice(0, most - 1);
  const end = start.lastIndexOf(" ");
  // A word as long as half of it all is no place to cut before; half a surrogate pair becomes U+FFFD.
  return `${(end > most / 2 ? start.slice(0, end) : start).toWellFormed()}…`;
}

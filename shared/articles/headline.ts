/** What stands between a headline and the outlet's name. */
const SEPARATOR = "[-–—|•·:/«»]";
const BEHIND = new RegExp(`\\s*${SEPARATOR}\\s*$`, "u");
const IN_FRONT = new RegExp(`^\\s*${SEPARATOR}\\s*`, "u");
const CUT_SHORT = /(?:…|\.\.\.)$/u;

/**
 * The headline among what a page gives as its title, best first: not one that is cut short where another is whole, and
 * without the outlet's name before or behind it.
 *
 * @param titles each on one line
 * @param sites names of the outlet, its host among them
 * @param visible the page's own first heading; what a title has beyond it and a separator is the outlet's
 */
export function headlineOf(
  titles: readonly string[],
  sites: readonly string[],
  visible: string | undefined,
): string | undefined {
  const title = titles.find((candidate) => !CUT_SHORT.test(candidate)) ?? titles[0];
  if (title === undefined) return undefined;
  if (visible !== undefined && title.startsWith(visible) && IN_FRONT.test(title.slice(visible.length))) return visible;
  return sites.reduce(withoutSite, title);
}

function withoutSite(title: string, site: string): string {
  const [whole, name] = [title.toLowerCase(), site.toLowerCase()];
  if (name === "" || whole.length !== title.length) return title;
  const before = title.slice(0, -site.length);
  if (whole.endsWith(name) && BEHIND.test(before)) return before.replace(BEHIND, "") || title;
  const behind = title.slice(site.length);
  if (whole.startsWith(name) && IN_FRONT.test(behind)) return behind.replace(IN_FRONT, "") || title;
  return title;
}

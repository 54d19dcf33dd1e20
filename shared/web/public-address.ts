/** A prefix in CIDR notation, and what its addresses are. */
type Range = readonly [prefix: string, kind: string];

/**
 * Addresses of IPv4 at which nobody publishes (IANA IPv4 Special-Purpose Address Registry, RFC 6890, less the few that
 * it calls globally reachable; RFC 5771 for multicast).
 */
const IPV4: readonly Range[] = [
  ["0.0.0.0/8", "an address of this host"],
  ["10.0.0.0/8", "a private address"],
  ["100.64.0.0/10", "an address behind a carrier's NAT"],
  ["127.0.0.0/8", "a loopback address"],
  ["168.63.129.16/32", "a cloud's metadata address"], // Azure's, the one that lies outside the link-local range
  ["169.254.0.0/16", "a link-local address"], // 169.254.169.254 is the metadata address of most clouds
  ["172.16.0.0/12", "a private address"],
  ["192.0.0.0/24", "a reserved address"],
  ["192.0.2.0/24", "a documentation address"],
  ["192.88.99.0/24", "a 6to4 address"],
  ["192.168.0.0/16", "a private address"],
  ["198.18.0.0/15", "a benchmarking address"],
  ["198.51.100.0/24", "a documentation address"],
  ["203.0.113.0/24", "a documentation address"],
  ["224.0.0.0/4", "a multicast address"],
  ["240.0.0.0/4", "a reserved address"],
];

/** Of IPv6, where all but `GLOBAL` is reserved (IANA IPv6 Special-Purpose Address Registry). */
const IPV6: readonly Range[] = [
  ["::/128", "an address of this host"],
  ["::1/128", "a loopback address"],
  ["2001::/23", "a reserved address"], // Teredo and other protocols' own
  ["2001:db8::/32", "a documentation address"],
  ["2002::/16", "a 6to4 address"],
  ["3fff::/20", "a documentation address"],
  ["fc00::/7", "a private address"], // fd00:ec2::254 is Amazon's metadata address
  ["fe80::/10", "a link-local address"],
  ["fec0::/10", "a private address"],
  ["ff00::/8", "a multicast address"],
];
/** All that is handed out to networks (RFC 4291 §2.4, IANA IPv6 Address Space). */
const GLOBAL = "2000::/3";
/** Addresses of IPv4 written as IPv6, in their last 32 bits: mapped (RFC 4291 §2.5.5.2), and through NAT64 (RFC 6052). */
const CARRYING_IPV4 = ["::ffff:0:0/96", "64:ff9b::/96"];

/** What makes an IP address none of the public internet, in words: `a private address`. Undefined where it is one. */
export function whyNotPublic(address: string): string | undefined {
  const bits = bitsOf(address);
  if (bits === undefined) return "no address";
  if (CARRYING_IPV4.some((prefix) => isIn(prefix, bits))) return kindIn(IPV4, bits.slice(-32));
  if (bits.length === 32) return kindIn(IPV4, bits);
  return kindIn(IPV6, bits) ?? (isIn(GLOBAL, bits) ? undefined : "a reserved address");
}

function kindIn(ranges: readonly Range[], bits: string): string | undefined {
  return ranges.find(([prefix]) => isIn(prefix, bits))?.[1];
}

function isIn(prefix: string, bits: string): boolean {
  const [first = "", length] = prefix.split("/");
  const start = bitsOf(first);
  return start?.length === bits.length && bits.startsWith(start.slice(0, Number(length)));
}

/** An address as 32 or 128 binary digits; the standard reader of URLs brings it into one form first. */
function bitsOf(address: string): string | undefined {
  const host = URL.parse(`http://${address.includes(":") ? `[${address}]` : address}/`)?.hostname ?? "";
  if (isIpv4(host)) return binary(host.split("."), 10, 8);
  if (!host.startsWith("[")) return undefined;
  const [left = "", right] = host.slice(1, -1).split("::");
  const [before, after] = [left, right ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill("0");
  return binary([...(before ?? []), ...zeros, ...(after ?? [])], 16, 16);
}

function binary(groups: readonly string[], radix: number, width: number): string {
  return groups.map((group) => Number.parseInt(group, radix).toString(2).padStart(width, "0")).join("");
}

function isIpv4(host: string): boolean {
  return /^\d+(\.\d+){3}$/u.test(host);
}

/** The IP address that a URL's host is, without brackets; undefined where it is a name. */
export function addressOf({ hostname }: URL): string | undefined {
  if (hostname.startsWith("[")) return hostname.slice(1, -1);
  return isIpv4(hostname) ? hostname : undefined;
}

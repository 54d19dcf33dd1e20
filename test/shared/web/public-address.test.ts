import { describe, expect, test } from "vitest";
import { addressOf, whyNotPublic } from "../../../shared/web/public-address.ts";

/** First and last address of what is refused, and what it is called. */
const RANGES = [
  ["0.0.0.0", "0.255.255.255", "an address of this host"],
  ["10.0.0.0", "10.255.255.255", "a private address"],
  ["100.64.0.0", "100.127.255.255", "an address behind a carrier's NAT"],
  ["127.0.0.0", "127.255.255.255", "a loopback address"],
  ["168.63.129.16", "168.63.129.16", "a cloud's metadata address"],
  ["169.254.0.0", "169.254.255.255", "a link-local address"],
  ["172.16.0.0", "172.31.255.255", "a private address"],
  ["192.0.0.0", "192.0.0.255", "a reserved address"],
  ["192.0.2.0", "192.0.2.255", "a documentation address"],
  ["192.88.99.0", "192.88.99.255", "a 6to4 address"],
  ["192.168.0.0", "192.168.255.255", "a private address"],
  ["198.18.0.0", "198.19.255.255", "a benchmarking address"],
  ["198.51.100.0", "198.51.100.255", "a documentation address"],
  ["203.0.113.0", "203.0.113.255", "a documentation address"],
  ["224.0.0.0", "239.255.255.255", "a multicast address"],
  ["240.0.0.0", "255.255.255.255", "a reserved address"],
  ["::", "::", "an address of this host"],
  ["::1", "::1", "a loopback address"],
  ["::2", "::fffe:ffff:ffff", "a reserved address"],
  ["::ffff:10.0.0.0", "::ffff:10.255.255.255", "a private address"],
  ["64:ff9b::7f00:0", "64:ff9b::7fff:ffff", "a loopback address"],
  ["64:ff9b:1::", "1fff:ffff::", "a reserved address"],
  ["2001::", "2001:1ff:ffff::", "a reserved address"],
  ["2001:db8::", "2001:db8:ffff::", "a documentation address"],
  ["2002::", "2002:ffff::", "a 6to4 address"],
  ["3fff::", "3fff:fff::", "a documentation address"],
  ["4000::", "fbff::", "a reserved address"],
  ["fc00::", "fdff:ffff::", "a private address"],
  ["fe80::", "febf::", "a link-local address"],
  ["fec0::", "feff::", "a private address"],
  ["ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "a multicast address"],
] as const;

/** Neighbours of the above, and some that publish. */
const PUBLIC = `1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15
  169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.88.98.255 192.167.255.255
  192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 8.8.8.8
  2000:: 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003:: 2a00:1450:4001::200e 3ffe:: ::ffff:8.8.8.8 64:ff9b::808:808`;

describe("an address inside is told as what it is", () => {
  test.each(RANGES)("%s to %s is %s", (first, last, kind) => {
    expect(whyNotPublic(first)).toBe(kind);
    expect(whyNotPublic(last)).toBe(kind);
  });
});

test.each(PUBLIC.split(/\s+/u))("%s is public", (address) => {
  expect(whyNotPublic(address)).toBeUndefined();
});

test.each(["", "example.org", "fe80::1%eth0", "1.2.3.4.5", "1::2::3", "[::1]"])("%j is no address", (text) => {
  expect(whyNotPublic(text)).toBe("no address");
});

test.each([
  ["http://0x7f.1/", "127.0.0.1"],
  ["http://1.2.3.4./", "1.2.3.4"],
  ["http://[2A00::1]:8080/", "2a00::1"],
  ["http://example.org/1.2.3.4", undefined],
  ["http://1.2.3.4.example.org/", undefined],
])("the host of %s is %s", (url, address) => {
  expect(addressOf(new URL(url))).toBe(address);
});

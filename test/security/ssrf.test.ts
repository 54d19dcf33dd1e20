import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { servePort } from "../support/a-raw-server.ts";
import { anAsker, aRequest, aResolver } from "../support/an-asker.ts";

/** Ways to write an address that is nobody's business, and how it is told. */
const FORMS: Readonly<Record<string, readonly [url: string, told: string]>> = {
  plain: ["http://127.0.0.1/", "127.0.0.1 (a loopback address)"],
  decimal: ["http://2130706433/", "127.0.0.1 (a loopback address)"],
  octal: ["http://0177.0.0.1/", "127.0.0.1 (a loopback address)"],
  hexadecimal: ["http://0x7f000001/", "127.0.0.1 (a loopback address)"],
  "hexadecimal by parts": ["http://0x7f.0x0.0x0.0x1/", "127.0.0.1 (a loopback address)"],
  short: ["http://127.1/", "127.0.0.1 (a loopback address)"],
  zero: ["http://0/", "0.0.0.0 (an address of this host)"],
  "a dot at its end": ["http://127.0.0.1./", "127.0.0.1 (a loopback address)"],
  "wide digits": ["http://１２７.０.０.１/", "127.0.0.1 (a loopback address)"],
  "escaped digits": ["http://%31%32%37.0.0.1/", "127.0.0.1 (a loopback address)"],
  "another of the loopback net": ["http://127.8.8.8/", "127.8.8.8 (a loopback address)"],
  "IPv6 loopback": ["http://[::1]/", "::1 (a loopback address)"],
  "IPv6 in full": ["http://[0000:0000:0000:0000:0000:0000:0000:0001]/", "::1 (a loopback address)"],
  "IPv6 unspecified": ["http://[::]/", ":: (an address of this host)"],
  "IPv4 mapped": ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1 (a loopback address)"],
  "IPv4 mapped, hexadecimal": ["http://[::FFFF:A9FE:A9FE]/", "::ffff:a9fe:a9fe (a link-local address)"],
  "IPv4 compatible": ["http://[::127.0.0.1]/", "::7f00:1 (a reserved address)"],
  NAT64: ["http://[64:ff9b::10.0.0.1]/", "64:ff9b::a00:1 (a private address)"],
  "local NAT64": ["http://[64:ff9b:1::10.0.0.1]/", "64:ff9b:1::a00:1 (a reserved address)"],
  "6to4": ["http://[2002:7f00:1::]/", "2002:7f00:1:: (a 6to4 address)"],
  Teredo: ["http://[2001:0:4136:e378::1]/", "2001:0:4136:e378::1 (a reserved address)"],
  metadata: ["http://169.254.169.254/latest/meta-data/", "169.254.169.254 (a link-local address)"],
  "metadata, decimal": ["http://2852039166/", "169.254.169.254 (a link-local address)"],
  "metadata, IPv6": ["http://[fd00:ec2::254]/", "fd00:ec2::254 (a private address)"],
  "metadata of Alibaba": ["http://100.100.100.200/", "100.100.100.200 (an address behind a carrier's NAT)"],
  "metadata of Azure": ["http://168.63.129.16/", "168.63.129.16 (a cloud's metadata address)"],
  "metadata of Oracle": ["http://192.0.0.192/", "192.0.0.192 (a reserved address)"],
  "private, 10": ["https://10.1.2.3/", "10.1.2.3 (a private address)"],
  "private, 172": ["https://172.31.0.1/", "172.31.0.1 (a private address)"],
  "private, 192": ["https://192.168.1.1/", "192.168.1.1 (a private address)"],
  "link-local IPv6": ["http://[fe80::1]/", "fe80::1 (a link-local address)"],
  multicast: ["http://224.0.0.1/", "224.0.0.1 (a multicast address)"],
  broadcast: ["http://255.255.255.255/", "255.255.255.255 (a reserved address)"],
  documentation: ["http://192.0.2.1/", "192.0.2.1 (a documentation address)"],
  "a fragment before the name": ["http://127.0.0.1#@outlet.example/", "127.0.0.1 (a loopback address)"],
  "back slashes": ["http:\\\\127.0.0.1\\@outlet.example", "127.0.0.1 (a loopback address)"],
  "a user's name": ["http://outlet.example@127.0.0.1/", "an address with a user's name"],
  "a password": ["http://outlet.example:80@127.0.0.1/", "an address with a user's name"],
  localhost: ["http://localhost/", "localhost (127.0.0.1, a loopback address)"],
  "upper case": ["HTTP://LOCALHOST/", "localhost (127.0.0.1, a loopback address)"],
  "a name with a dot": ["http://localhost./", "localhost. (127.0.0.1, a loopback address)"],
  "a private name": ["https://wiki.example/", "wiki.example (10.0.0.5, a private address)"],
  "a private name, IPv6": ["https://six.example/", "six.example (fd12::5, a private address)"],
  "a name of both kinds": ["https://both.example/", "both.example (192.168.0.7, a private address)"],
  "a name with a zone": ["https://zone.example/", "zone.example (fe80::1%eth0, no address)"],
  "a name of metadata": ["http://metadata.example/", "metadata.example (169.254.169.254, a link-local address)"],
  "a service's port": ["http://outlet.example:6379/", "port 6379 (not the web's)"],
  "a mail port": ["https://outlet.example:25/", "port 25 (not the web's)"],
  "a file": ["file:///etc/passwd", "file: (not the web's)"],
  gopher: ["gopher://outlet.example/1", "gopher: (not the web's)"],
  data: ["data:text/html,<p>Hello", "data: (not the web's)"],
};

/** What the names among them resolve to. */
const NAMES = {
  localhost: [["127.0.0.1", "::1"]],
  "localhost.": [["127.0.0.1"]],
  "wiki.example": [["10.0.0.5"]],
  "six.example": [["fd12::5"]],
  "both.example": [["8.8.8.8", "192.168.0.7"]],
  "zone.example": [["fe80::1%eth0"]],
  "metadata.example": [["169.254.169.254"]],
};

describe("an address inside is refused, however it is written", () => {
  const ask = anAsker(undefined, aResolver(NAMES).lookup);
  test.each(Object.entries(FORMS))("%s", async (_name, [url, told]) => {
    const problem = await ask(aRequest(url)).catch((error: Error) => error.message);
    expect(problem).toContain(`refused ${told} from `);
    expect(problem).not.toContain("@127.0.0.1/");
  });
});

describe("a redirect there is refused as well, wherever in the chain", () => {
  test.each(Object.entries(FORMS))("%s", async (_name, [url, told]) => {
    const asked: (string | undefined)[] = [];
    const port = await servePort((request, response) => {
      asked.push(request.url);
      const location = request.url === "/2" ? encodeLocation(url) : "/2";
      response.writeHead(302, { location }).end();
    });
    const origin = `http://127.0.0.1:${port}/1`;
    const ask = anAsker(port, aResolver(NAMES).lookup);
    await expect(ask(aRequest(origin))).rejects.toThrow(`refused ${told} after a redirect from ${origin}`);
    expect(asked).toEqual(["/1", "/2"]);
  });
});

/** As it can stand in a header, which knows bytes only. */
function encodeLocation(url: string): string {
  return url.replace(/[^\u0020-\u007e]/gu, encodeURIComponent);
}

describe("a name that answers differently the next time", () => {
  /** 127.0.0.1 stands for the public web here, 127.0.0.2 for what is inside. */
  const rebinding = () => aResolver({ "outlet.example": [["127.0.0.1"], ["127.0.0.2"]] });

  test("is looked up once for a request, and asked where it was found", async () => {
    const port = await servePort((_request, response) => response.end("public"));
    await servePort((_request, response) => response.end("secret"), port, "127.0.0.2");
    const { lookup, asked } = rebinding();
    const { body } = await anAsker(port, lookup)(aRequest(`http://outlet.example:${port}/`));
    expect(Buffer.from(body).toString()).toBe("public");
    expect(asked).toEqual(["outlet.example"]);
  });

  test("is checked anew for each redirect and each request", async () => {
    const port = await servePort((request, response) => {
      if (request.url === "/moved") response.writeHead(301, { location: "/", connection: "keep-alive" }).end();
      else response.writeHead(200, { connection: "keep-alive" }).end("public");
    });
    const told = "refused outlet.example (127.0.0.2, a loopback address)";
    const redirected = anAsker(port, rebinding().lookup);
    const moved = `http://outlet.example:${port}/moved`;
    await expect(redirected(aRequest(moved))).rejects.toThrow(`${told} after a redirect from ${moved}`);

    const again = anAsker(port, rebinding().lookup);
    const url = `http://outlet.example:${port}/`;
    expect((await again(aRequest(url))).status).toBe(200);
    await expect(again(aRequest(url))).rejects.toThrow(`${told} from ${url}`);
  });
});

describe("where Node tries one address only", () => {
  afterEach(() => net.setDefaultAutoSelectFamily(true));

  test("it is one that was checked", async () => {
    net.setDefaultAutoSelectFamily(false);
    const port = await servePort((_request, response) => response.end("public"));
    const names = { "outlet.example": [["127.0.0.1"]], "wiki.example": [["10.0.0.5"]], "none.example": [[]] };
    const ask = anAsker(port, aResolver(names).lookup);
    expect((await ask(aRequest(`http://outlet.example:${port}/`))).status).toBe(200);
    await expect(ask(aRequest("http://wiki.example/"))).rejects.toThrow("refused wiki.example (10.0.0.5, a private");
    await expect(ask(aRequest("http://none.example/"))).rejects.toThrow(/ from http:\/\/none\.example\/$/u);
  });
});

test("a resolver that never answers is given up at the time limit", async () => {
  const ask = anAsker(undefined, () => undefined);
  const asked = ask(aRequest("http://outlet.example/", { timeoutMs: 100 }));
  await expect(asked).rejects.toThrow("no answer within 0.1 s from http://outlet.example/");
});

test("no cookie is kept, and none is sent on", async () => {
  const cookies: unknown[] = [];
  const port = await servePort((request, response) => {
    cookies.push(request.headers.cookie);
    const headers = { "set-cookie": ["id=1", "session=2; Domain=127.0.0.1"] };
    if (request.url === "/") response.writeHead(302, { ...headers, location: "/next" }).end();
    else response.writeHead(200, headers).end();
  });
  const ask = anAsker(port);
  await ask(aRequest(`http://127.0.0.1:${port}/`));
  await ask(aRequest(`http://127.0.0.1:${port}/`));
  expect(cookies).toEqual([undefined, undefined, undefined, undefined]);
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../../cli/local/sqlite-store.ts";
import type { Delivery, LocalDate, Watchlist } from "../../../shared/model.ts";
import { deliverDigests } from "../../../shared/pipeline/deliver-digest.ts";
import { DeliveryError, type Messenger } from "../../../shared/pipeline/ports.ts";
import { publishDue } from "../../../shared/pipeline/publish-due.ts";
import { addDays } from "../../../shared/time.ts";
import { EMAIL, noteTaker, TELEGRAM } from "../../support/a-delivery.ts";
import { aMatch, anArticle, aWatchlist, DAY } from "../../support/an-edition.ts";
import { memoryObjects } from "../../support/memory-objects.ts";

const TODAY = addDays(DAY, 1);
const EVERYONE = ["chief@example.org", "analyst@readers.example", "webhook"];

let store: ReturnType<typeof openSqliteStore>;
let site: ReturnType<typeof memoryObjects>;
let told: string[];
let notes: ReturnType<typeof noteTaker>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  site = memoryObjects();
  told = [];
  notes = noteTaker();
});
afterEach(() => store.close());

function asking(deliver: Delivery | undefined, changed: Partial<Watchlist> = {}): Watchlist {
  const { monitor, ...rest } = aWatchlist(changed);
  return { ...rest, monitor: deliver === undefined ? monitor : { ...monitor, deliver } };
}

/** One run of the function in the morning of `today`: who was sent the edition of `DAY`. */
async function run({
  today = TODAY,
  watchlist = asking({ email: EMAIL, webhook: TELEGRAM }),
  messenger = notes.messenger,
}: {
  today?: LocalDate;
  watchlist?: Watchlist;
  messenger?: Messenger | undefined;
} = {}): Promise<readonly string[]> {
  const log = { info: (event: string) => told.push(event), warn: (event: string) => told.push(event) };
  const clock = () => `${today}T03:00:00.000Z`;
  const deps = { clock, store, site, watchlist, log, messenger, siteAddress: "https://d1.cloudfront.net/" };
  const before = { emails: notes.emails.length, messages: notes.messages.length };
  await deliverDigests(deps, await publishDue(deps));
  const emails = notes.emails.slice(before.emails).filter(({ subject }) => subject.includes("10 февраля 2026"));
  const messages = notes.messages.slice(before.messages).filter(({ text }) => `${text}`.includes("10 February 2026"));
  return [...emails.map(({ to }) => to), ...messages.map(() => "webhook")];
}

const look = async (day: LocalDate) =>
  await store.countPoll({
    day,
    feed: "https://a.example/",
    source: "steppe-post",
    outcome: "unchanged",
    condition: "unchanged",
    newItems: 0,
  });
const speakFor = async (id: string, day = DAY) =>
  await store.saveMatch(aMatch({ article: anArticle({ id, day }), position: { id: "p4" } }));

describe("a finished day", () => {
  beforeEach(async () => {
    await look(DAY);
    await speakFor("a");
  });

  test("is sent once to each reader and chat, and today so far to nobody", async () => {
    expect(await run()).toEqual(EVERYONE);
    expect(notes.emails.map(({ from, subject }) => `${from}: ${subject}`)).toEqual(
      Array(2).fill("mizan@example.org: Мизан, 10 февраля 2026: 1 за, 0 против"),
    );
    expect(notes.emails[0]?.html).toContain(`https://d1.cloudfront.net/${DAY}/index.html`);
    expect(notes.messages).toMatchObject([
      { chat_id: TELEGRAM.chat, text: expect.stringContaining("10 February 2026") },
    ]);
    expect(await run()).toEqual([]);
    expect(await run({ today: addDays(TODAY, 1) })).toEqual([]);
  });

  test("is sent to each address once, though it stands on the list twice", async () => {
    expect(await run({ watchlist: asking({ email: { ...EMAIL, to: ["a@example.org", "a@example.org"] } }) })).toEqual([
      "a@example.org",
    ]);
  });

  test("of a reader who is refused the others hear nothing; the next run tries again, for that one only", async () => {
    notes.refusing.add("chief@example.org");
    expect(await run()).toEqual(["analyst@readers.example", "webhook"]);
    expect(await run()).toEqual([]);
    notes.refusing.clear();
    expect(await run()).toEqual(["chief@example.org"]);
    expect(await run()).toEqual([]);
  });

  test("what fails is a problem of today, that names nobody; the finished edition stays as it is", async () => {
    notes.refusing.add("chief@example.org").add("webhook");
    for (let i = 0; i < 3; i++) await run();
    const reason = "MessageRejected from SES";
    expect(await store.problemsOfDay(TODAY)).toEqual([
      { source: "delivery by e-mail", stage: "publish", reason, times: 3 },
      { source: "delivery by webhook", stage: "publish", reason, times: 3 },
    ]);
    expect(told.filter((event) => event === "digest not delivered")).toHaveLength(6);
    expect((await store.edition(DAY))?.revision).toBe(1);
    expect(site.bodies.get(`${TODAY}/index.html`)).toContain(reason);
  });

  test.each([
    [2, ["webhook"]],
    [3, []],
  ])(
    "is tried again while the edition before it is no older than three days: %i days later %j",
    async (days, expected) => {
      await look(addDays(DAY, -1));
      await run({ today: DAY });
      notes.refusing.add("webhook");
      await run();
      const page = site.bodies.get(`${DAY}/index.html`);
      notes.refusing.clear();
      expect(await run({ today: addDays(DAY, days) })).toEqual(expected);
      expect(site.bodies.get(`${DAY}/index.html`)).toBe(page);
    },
  );

  test("stays published when the messenger has a defect, which is thrown", async () => {
    const postMessage = async () => {
      throw new TypeError("a defect");
    };
    await expect(run({ messenger: { ...notes.messenger, postMessage } })).rejects.toThrow("a defect");
    expect(site.bodies.has(`${DAY}/index.html`)).toBe(true);
    // Both letters were marked before: the next run has only the message left.
    expect(await run()).toEqual(["webhook"]);
  });

  test("sent, but cut short before the mark, is sent again: at least once", async () => {
    const markDelivered = store.markDelivered;
    store.markDelivered = async () => {
      throw new Error("cut short");
    };
    await expect(run()).rejects.toThrow("cut short");
    expect(notes.emails.map(({ to }) => to)).toEqual(["chief@example.org"]);
    store.markDelivered = markDelivered;
    expect(await run()).toEqual(EVERYONE);
  });
});

describe("a correction", () => {
  beforeEach(async () => {
    await look(DAY);
    await speakFor("a");
    await run();
  });

  test("is sent where more speaks for a position, and says that it is one", async () => {
    await speakFor("b");
    expect(await run()).toEqual(EVERYONE);
    expect(notes.emails.at(-1)?.subject).toBe("Мизан, 10 февраля 2026 (исправлен): 2 за, 0 против");
    expect(await run()).toEqual([]);
  });

  test("is held against what was sent last, not against what was sent first", async () => {
    await speakFor("b");
    await run();
    await store.countProblem(DAY, { source: "vodiy-ovozi", stage: "read", reason: "403" });
    expect(await run()).toEqual([]);
    expect((await store.edition(DAY))?.revision).toBe(3);
  });

  test("is sent to nobody where only something else has changed, however often that is looked at", async () => {
    await store.countProblem(DAY, { source: "vodiy-ovozi", stage: "read", reason: "403" });
    expect(await run()).toEqual([]);
    expect((await store.edition(DAY))?.revision).toBe(2);
    expect(await run({ watchlist: asking({ email: EMAIL, webhook: TELEGRAM }, { version: "0123456789ab" }) })).toEqual(
      [],
    );
    expect((await store.edition(DAY))?.revision).toBe(3);
    expect(told).toContain("nothing new to deliver");
    // Noted for each channel: no later run has to publish the day again to find out.
    site.bodies.delete(`${DAY}/index.html`);
    await run({ today: addDays(DAY, 3) });
    expect(site.bodies.has(`${DAY}/index.html`)).toBe(false);
  });

  test("is the first letter to a reader who had none before", async () => {
    await store.countProblem(DAY, { source: "vodiy-ovozi", stage: "read", reason: "403" });
    const deliver = { email: { ...EMAIL, to: [...EMAIL.to, "new@example.org"] }, webhook: TELEGRAM };
    expect(await run({ watchlist: asking(deliver) })).toEqual(["new@example.org"]);
  });
});

const daysSent = () => notes.messages.map(({ text }) => /\d+ February/u.exec(String(text))?.[0]);

test("an edition that failed between two that did not is sent later, though all three say the same", async () => {
  const watchlist = asking({ webhook: TELEGRAM });
  for (let i = 0; i < 3; i++) await look(addDays(DAY, i));
  await run({ watchlist });
  notes.refusing.add("webhook");
  await run({ today: addDays(DAY, 2), watchlist });
  const postMessage: Messenger["postMessage"] = async (body) => {
    if (notes.refusing.delete("webhook")) throw new DeliveryError("503 from the webhook");
    await notes.messenger.postMessage(body);
  };
  await run({ today: addDays(DAY, 3), watchlist, messenger: { ...notes.messenger, postMessage } });
  await run({ today: addDays(DAY, 3), watchlist });
  expect(daysSent()).toEqual(["10 February", "12 February", "11 February"]);
});

describe("after a pause", () => {
  const watchlist = asking({ webhook: TELEGRAM });
  beforeEach(async () => {
    for (let i = 0; i < 4; i++) {
      await look(addDays(DAY, i));
      // Editions so far, day by day, left open.
      await run({ today: addDays(DAY, i), watchlist: asking(undefined) });
    }
  });

  test("a channel has the editions that it has missed, the oldest first", async () => {
    const mark = { date: addDays(DAY, 1), revision: 1, channel: `webhook:telegram:${TELEGRAM.chat}`, balance: "" };
    await store.markDelivered(mark);
    await run({ today: addDays(DAY, 4), watchlist });
    expect(daysSent()).toEqual(["12 February", "13 February"]);
  });

  test("a new channel begins with the newest: yesterday is news, last week is not", async () => {
    await run({ today: addDays(DAY, 4), watchlist });
    expect(daysSent()).toEqual(["13 February"]);
  });
});

test("where nothing is asked for, the store is not asked either", async () => {
  await look(DAY);
  store.deliveriesOf = async () => {
    throw new Error("asked");
  };
  expect(await run({ watchlist: asking(undefined) })).toEqual([]);
});

test("asked for but not deployed, it is told in the log, and nothing else happens", async () => {
  await look(DAY);
  const log = { info: (event: string) => told.push(event), warn: (event: string) => told.push(event) };
  const watchlist = asking({ webhook: TELEGRAM });
  await deliverDigests({ clock: () => `${TODAY}T03:00:00.000Z`, store, site, watchlist, log }, []);
  expect(told).toEqual(["digests not delivered"]);
});

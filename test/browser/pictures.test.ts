import { expect, test } from "vitest";
import { aSiteInMemory } from "../support/a-site.ts";
import { DAY } from "../support/an-edition.ts";
import { openBrowser, serveSite } from "../support/browser.ts";

test("a browser shows the pictures of an edition and a claim, at the end of the page's own link", async () => {
  const site = aSiteInMemory({ languages: ["ru", "en"] });
  await site.find(DAY);
  await site.publish(DAY);
  site.store.close();
  const [browser, served] = await Promise.all([openBrowser(), serveSite(site.pages())]);
  const page = await browser.newPage();
  await page.goto(`${served.address}${DAY}/index.en.html`);
  await page.getByRole("link", { name: "PNG" }).click();
  await page.waitForURL(/\.png$/u);
  expect(page.url()).toBe(`${served.address}${DAY}/balance.en.png`);
  for (const address of [page.url(), `${served.address}position/p4.png`]) {
    await page.goto(address);
    const size = "[document.images[0].naturalWidth, document.images[0].naturalHeight]";
    expect(await page.evaluate(size), address).toEqual([1200, 630]);
  }
  await Promise.all([browser.close(), served.close()]);
});

import { expect, test } from "vitest";
import { aSiteInMemory } from "../../support/a-site.ts";
import { DAY } from "../../support/an-edition.ts";
import { readPng } from "../../support/read-png.ts";

test("a claim's page says by Open Graph what its thirty days weigh, and shows a picture of them; its months have none", async () => {
  const siteAddress = "https://d1.cloudfront.net/";
  const site = aSiteInMemory({ siteAddress });
  await site.find(DAY);
  await site.publish(DAY);
  site.store.close();
  const page = site.page("position/p4.en.html");
  const [said = ""] = page.match(/30 days: \d+\u00a0for · \d+\u00a0against/u) ?? [];
  expect(said).not.toBe("");
  expect(page).toContain(`<meta name="description" property="og:description" content="${said}">`);
  expect(page).toContain(`<meta property="og:url" content="${siteAddress}position/p4.en.html">`);
  expect(page).toContain(`<meta property="og:image" content="${siteAddress}position/p4.en.png">`);
  expect(page).toMatch(new RegExp(`<meta property="og:image:alt" content="[^"]+\\. ${said}">`, "u"));
  const picture = site.pages().find(({ key }) => key === "position/p4.en.png");
  expect(picture?.contentType).toBe("image/png");
  expect(readPng(picture?.body as Uint8Array)).toMatchObject({ width: 1200, height: 630 });
  expect(site.page(`position/p4/${DAY.slice(0, 7)}.en.html`)).not.toContain("og:image");
});

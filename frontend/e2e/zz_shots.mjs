import { start } from "./harness.mjs";
import { execSync } from "node:child_process";
execSync("rm -rf /tmp/spv && cp -r /tmp/sp /tmp/spv");
const out="/tmp/shots2"; execSync(`rm -rf ${out}; mkdir -p ${out}`);
const app = await start({ vault: "/tmp/spv" });
const { page } = app;
const snap = async (name) => {
  for (const [theme, w] of [["light",1280],["dark",1280],["light",960],["light",320]]) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: w, height: w===320?640:800 });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${out}/${name}-${theme}-${w}.png` });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 800 });
};
try {
  await page.waitForSelector("input[type=password]");
  await page.fill("input[type=password]", "quiet lantern over plain snow");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=In the integration window");
  await snap("today");
  await page.click("text=Maren Holt >> nth=0");
  await page.waitForTimeout(900);
  await snap("chart");
  await page.click("li:has-text('Dosing 2') >> nth=0");
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${out}/x1.png` });
  await page.click("text=Dosing 2 >> nth=-1").catch(()=>{});
  await page.waitForTimeout(900);
  await snap("session");
  await page.keyboard.press("Control+1");
  await page.waitForTimeout(500);
  await page.click("button:has-text('Review') >> nth=-1");
  await page.waitForTimeout(1200);
  await snap("note");
  await page.keyboard.press("Control+p");
  await page.waitForTimeout(2500);
  await snap("doc");
  await page.keyboard.press("Control+1");
  await page.waitForTimeout(500);
  await page.click("text=Begin");
  await page.waitForTimeout(1200);
  await snap("live");
  await page.keyboard.press("v");
  await page.waitForTimeout(500);
  await snap("vitals");
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  await page.keyboard.press("d");
  await page.waitForTimeout(500);
  await snap("dose");
} catch (e) { console.log(e); await page.screenshot({ path: `${out}/fail.png` }); }
await app.stop().catch(e=>console.log(String(e)));

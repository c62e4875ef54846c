import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll } from "vitest";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real browser of this machine; undefined where there is none: `.ci/run` installs Debian's. */
export const chromiumPath = [process.env["CHROMIUM"] ?? "", ...places].find((path) => existsSync(path));

/** Part of the name of every test that needs one, so that whoever reads what was skipped knows why. */
export const inChromium = "in Chromium (CHROMIUM, or /usr/bin/chromium)";

const mermaidPath = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");

export type Colours = "light" | "dark";

/** A page with mermaid in it, as GitHub draws charts for readers with such colours, for the tests of a suite. */
export function openMermaid(colours: Colours): () => Promise<Page> {
  let browser: Promise<Browser> | null = null;
  let page: Promise<Page> | null = null;
  afterAll(async () => (await browser)?.close());
  return () => {
    browser ??= launch();
    page ??= browser.then((one) => openPage(one, colours));
    return page;
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? "",
    // Its own sandbox does not start for root, nor in most containers; what is drawn here is ours.
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

/** Without a network. */
async function openPage(browser: Browser, colours: Colours): Promise<Page> {
  const page = await browser.newPage({ colorScheme: colours, viewport: { width: 1000, height: 800 } });
  await page.route("**/*", (route) => route.abort());
  await page.setContent(`<!doctype html><html lang="en"><body><main></main></body></html>`);
  await page.addScriptTag({ path: mermaidPath });
  const theme = colours === "dark" ? "dark" : "default";
  await page.evaluate(`mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "${theme}" })`);
  return page;
}

/** Draws a chart at the end of the page. Answers its words, or throws mermaid's error. */
export async function drawChart(page: Page, chart: string): Promise<readonly string[]> {
  const words: unknown = await page.evaluate(`(async () => {
    const chart = ${JSON.stringify(chart)};
    const box = document.createElement("div");
    document.querySelector("main").append(box);
    const { svg, bindFunctions } = await mermaid.render("chart" + document.querySelectorAll("main > div").length, chart);
    box.innerHTML = svg;
    bindFunctions?.(box);
    return [...box.querySelectorAll("text, foreignObject")].map((one) => one.textContent.trim());
  })()`);
  if (!Array.isArray(words)) throw new Error("Nothing was drawn.");
  return words.map(String);
}

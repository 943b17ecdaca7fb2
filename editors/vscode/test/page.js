// What a person does and sees in the window of the editor.
import { chromium } from "playwright-core";

const PATIENCE = 30_000;

export class Editor {
  constructor(browser, page, shots) {
    this.browser = browser;
    this.page = page;
    this.shots = shots;
  }

  /** @param shots the folder for pictures of the window, if some are wanted */
  static async open(executablePath, url, folder, shots) {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
    const editor = new Editor(browser, page, shots);
    await editor.workbench().waitFor();
    return editor;
  }

  workbench() {
    return this.page.locator(".monaco-workbench .part.statusbar");
  }

  /** Loads the window again. */
  async reload() {
    await this.page.reload();
    await this.workbench().waitFor();
  }

  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(`>${title}`);
    const row = this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: title })
      .first();
    await row.waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  async openFile(name) {
    await this.page.keyboard.press("Control+P");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(name);
    await this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: name })
      .first()
      .waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active").filter({ hasText: name }).waitFor();
    await this.lines().first().waitFor();
  }

  /** Trusts the workspace, and goes back to the text. */
  async trust() {
    await this.command("Workspaces: Manage Workspace Trust");
    await this.page
      .locator(".workspace-trust-editor .monaco-button")
      .filter({ hasText: /^Trust$/ })
      .click();
    await this.page
      .locator(".workspace-trust-editor")
      .filter({ hasText: "You trust this folder" })
      .waitFor();
    await this.page.locator(".monaco-modal-editor-block .codicon-close").last().click();
    await this.page.locator(".workspace-trust-editor").waitFor({ state: "hidden" });
    await this.command("View: Focus First Editor Group");
  }

  lines() {
    return this.page.locator(".editor-instance .view-lines .view-line");
  }

  /** Puts the caret at a place, where lines and columns count from 1. */
  async goTo(line, column) {
    await this.page.keyboard.press("Control+G");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  async type(text) {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  problems() {
    return this.page.locator("#status\\.problems a");
  }

  async waitForProblems(pattern) {
    const said = () => this.problems().getAttribute("aria-label");
    await this.until(async () => pattern.test(await said()), said);
  }

  squiggles(count) {
    const shown = this.page.locator(".squiggly-error");
    return this.until(
      async () => (await shown.count()) === count,
      () => shown.count(),
    );
  }

  lens(text) {
    return this.page.locator(".codelens-decoration a").filter({ hasText: text });
  }

  /** Waits for a lens in the part of the text that is seen. */
  waitForLens(pattern) {
    const shown = this.page.locator(".codelens-decoration");
    return this.until(
      async () => (await shown.allInnerTexts()).some((text) => pattern.test(text)),
      async () => `lenses: ${await shown.allInnerTexts()}`,
    );
  }

  /** Returns the words of the first line that begins with a text, with their classes. */
  async tokens(start) {
    const spans = await this.lines()
      .filter({ hasText: new RegExp(`^${start.replaceAll(" ", "\\s")}`) })
      .first()
      .locator("span > span")
      .all();
    return Promise.all(
      spans.map(async (span) => [
        (await span.innerText()).trim(),
        await span.getAttribute("class"),
      ]),
    );
  }

  /** Returns the first line that begins with a text. */
  async line(start) {
    const lines = (await this.lines().allInnerTexts()).map((text) =>
      text.replaceAll("\u00a0", " "),
    );
    return lines.find((text) => text.startsWith(start));
  }

  async suggestions() {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async output() {
    const view = this.page.locator(".part.panel .view-lines").first();
    return (await view.isVisible()) ? (await view.innerText()).replaceAll("\u00a0", " ") : "";
  }

  /** Returns the page in the panel beside the text, which is in two frames of the editor. */
  webview() {
    return this.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  }

  /** Returns the part of the graph that is seen: x, y, width and height in units of the picture. */
  async seen() {
    const box = await this.webview().locator("svg.zg").getAttribute("viewBox");
    return box.split(" ").map(Number);
  }

  pageColor() {
    return this.fill("svg .page");
  }

  textColor() {
    return this.fill("svg .title");
  }

  fill(selector) {
    return this.webview()
      .locator(selector)
      .evaluate((each) => getComputedStyle(each).fill);
  }

  async screenshot(name) {
    if (this.shots) {
      await this.page.screenshot({ path: `${this.shots}/${name}.png` });
    }
  }

  async notifications() {
    return this.page
      .locator(".notifications-toasts .notification-list-item-message")
      .allInnerTexts();
  }

  async until(holds, describe) {
    const end = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > end) {
        throw new Error(`waited in vain: ${await describe()}`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  close() {
    return this.browser.close();
  }
}

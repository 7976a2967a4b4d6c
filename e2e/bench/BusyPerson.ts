import type { CdpPage } from './CdpBrowser.ts';
import { CdpHands } from './CdpHands.ts';
import { interactions } from './interactions.ts';

const BY_LABEL = (label: string): string => `document.querySelector('[aria-label=${JSON.stringify(label)}]')`;
const ROW = (name: string): string =>
  `[...document.querySelectorAll('[role=grid] [role=row][data-index]')].find((row) => row.querySelector('[role=rowheader]').textContent.trim() === ${JSON.stringify(name)})`;
const NO = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}) === null`;
const MENU = `document.querySelector('[role=menu]')`;
const GRID = `document.querySelector('[role=grid]')`;

/** Somebody who does not wait for an upload of the folder `scans`, but goes on with what a page is for. */
export class BusyPerson {
  private readonly page: CdpPage;
  private readonly hands: CdpHands;

  constructor(page: CdpPage) {
    this.page = page;
    this.hands = new CdpHands(page);
  }

  drop(path: string): Promise<void> {
    return this.hands.drop(`document.querySelector('main')`, [path]);
  }

  /** Looks around once: every act a few times, some forty clicks and key presses. */
  async lookAround(): Promise<void> {
    const { hands, page } = this;
    await this.act('open a folder', async () => {
      await hands.click(`${ROW('scans')}?.querySelector('a')`);
      await page.until(ROW('day 0'));
    });
    await this.act('open a row’s menu', async () => {
      await hands.click(`${ROW('day 0')}?.querySelector('[data-does=menu]')`);
      await page.until(MENU);
    });
    await this.close('[role=menu]');
    await this.act('type into search', async () => {
      await hands.click(BY_LABEL('Search'));
      await hands.type('day 1');
    });
    await this.act('empty search', () => hands.press('Escape'));
    await this.act('choose and move by keys', async () => {
      await hands.click(`${ROW('day 0')}?.querySelector('[data-does=toggle]')`);
      for (let step = 0; step < 4; step += 1) await hands.press('ArrowDown');
      await hands.press(' ');
    });
    await this.act('choose nothing', () => hands.press('Escape'));
    await this.act('open a folder of files', async () => {
      await hands.click(`${ROW('day 0')}?.querySelector('a')`);
      await page.until(
        `[...document.querySelectorAll('[role=grid] [role=rowheader]')].some((name) => name.textContent.includes('.bin'))`,
      );
    });
    await this.act('sort', () => hands.click(`document.querySelectorAll('[role=columnheader] button')[1]`));
    for (let turn = 0; turn < 5; turn += 1) await hands.wheel(GRID, 600);
    await this.act('open the command palette', async () => {
      await hands.press('k', { ctrl: true });
      await page.until(`document.querySelector('[role=dialog] input')`);
    });
    await this.act('type into the palette', () => hands.type('new'));
    await this.close('[role=dialog]');
    await this.act('fold the dock', () =>
      hands.click(`document.querySelector('section[aria-label=Transfers] button')`),
    );
    await this.act('unfold the dock', () =>
      hands.click(`document.querySelector('section[aria-label=Transfers] button')`),
    );
    await hands.wheel(`document.querySelector('section[aria-label=Transfers] ul')?.parentElement`, 400);
    await this.act('open the settings menu', async () => {
      await hands.click(BY_LABEL('Settings'));
      await page.until(MENU);
    });
    await this.close('[role=menu]');
    await this.act('back to the first folder', async () => {
      await hands.click(`document.querySelector('nav[aria-label=Breadcrumb] a')`);
      await page.until(ROW('scans'));
    });
  }

  private async act(what: string, how: () => Promise<void>): Promise<void> {
    await this.page.evaluate(interactions.begin(what));
    await how();
  }

  private close(selector: string): Promise<void> {
    return this.act('close it', async () => {
      await this.hands.press('Escape');
      await this.page.until(NO(selector));
    });
  }
}

import { holdOver, pickUp } from '../fixtures/heldDrag.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { openAt, rowNamed } from './steps.ts';

/** Lists, tiles, filters, menus and what is asked before something is changed. */
export function browseStates({ app, emulator, endpoint }: PictureWorld): PictureStates {
  return {
    list: async (page) => {
      await openAt(app, page);
    },
    loading: async (page) => {
      emulator.control.plantFaults([{ operation: 'GetBucket', times: null, effect: { type: 'hang' } }]);
      await page.goto(app.origin);
      await page.getByText('Loading').first().waitFor({ state: 'attached' });
    },
    waiting: async (page) => {
      emulator.control.plantFaults([{ operation: 'GetBucket', times: null, effect: { type: 'hang' } }]);
      await page.goto(app.origin);
      await page.getByText('Still waiting').waitFor();
    },
    offline: async (page) => {
      await openAt(app, page);
      // What a browser says when its network goes; the network itself stays, for the pages beside this one.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { value: false });
        dispatchEvent(new Event('offline'));
      });
      await page.getByText('Everything waits and goes on').waitFor();
    },
    grid: async (page) => {
      await openAt(app, page, 'gallery/', { view: 'grid' });
      await page.locator('[role=row] img').nth(3).waitFor();
    },
    filters: async (page) => {
      await openAt(app, page, 'gallery/', { kind: 'image', size: '-1000000' });
      await page
        .getByRole('button', { name: /^Modified/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
    filtered: async (page) => {
      await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', kind: 'video', date: '..2026-01-01' })}`);
      await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    },
    selection: async (page) => {
      await openAt(app, page);
      // On a phone a tap opens.
      await rowNamed(page, 'README.md').getByRole('checkbox').click();
      await rowNamed(page, 'notes.txt').getByRole('checkbox').click();
    },
    empty: async (page) => {
      await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', p: 'nothing here/' })}`);
      await page.getByText(/drop/i).first().waitFor();
    },
    keys: async (page) => {
      await openAt(app, page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    settings: async (page) => {
      await openAt(app, page);
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('menuitem', { name: 'All settings…' }).click();
      await page.getByRole('dialog').waitFor();
    },
    palette: async (page) => {
      await openAt(app, page);
      await rowNamed(page, 'README.md').getByRole('checkbox').click();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command, path or address' }).fill('s');
    },
    'folder-menu': async (page) => {
      await openAt(app, page, 'pictures/');
      const box = await page.getByRole('grid', { name: 'Files' }).boundingBox();
      await page.mouse.click(160, (box?.y ?? 0) + (box?.height ?? 0) - 200, { button: 'right' });
      await page.getByRole('menu').waitFor();
    },
    marquee: async (page) => {
      await openAt(app, page);
      const first = await page.getByRole('row').nth(2).boundingBox();
      const [x, y] = [(first?.x ?? 0) + (first?.width ?? 0) - 60, (first?.y ?? 0) + 10];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 180, y + 160, { steps: 3 });
      await page.getByText(/selected/).waitFor();
    },
    carry: async (page) => {
      await openAt(app, page);
      await rowNamed(page, 'README.md').getByRole('checkbox').click();
      await rowNamed(page, 'notes.txt').getByRole('checkbox').click();
      await pickUp(page, rowNamed(page, 'notes.txt').getByText('notes'));
      await holdOver(page, rowNamed(page, 'pictures'));
      await page.getByText('Move to').waitFor();
    },
    'rename-field': async (page) => {
      await openAt(app, page);
      await rowNamed(page, 'README.md').getByRole('checkbox').click();
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: 'New name' }).fill('notes.txt');
      await page.keyboard.press('Enter');
      await page.getByRole('grid').getByText('This name exists already.').waitFor();
    },
    contents: async (page) => {
      await openAt(app, page);
      await rowNamed(page, 'pictures').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Details', exact: true }).click();
      await page.getByText('Everything below is counted.').first().waitFor();
    },
    delete: async (page) => {
      await openAt(app, page);
      await rowNamed(page, 'README.md').getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Delete' }).first().click();
      await page.getByRole('alertdialog').waitFor();
    },
    error: async (page) => {
      app.setEndpoint(async () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }));
      await page.goto(app.origin);
      await page.getByRole('button', { name: 'Retry' }).waitFor();
      app.setEndpoint(endpoint);
    },
  };
}

import type { Page } from 'playwright';
import { signLink } from '../fixtures/signLink.ts';
import { OWNER } from '../fixtures/vendorClient.ts';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { openAt, rowNamed } from './steps.ts';

/** Links out and in, the lists of them, and what a receiver and a sender see who have nothing of ours. */
export function shareStates({ app, bucket, emulator }: PictureWorld): PictureStates {
  return {
    share: async (page) => {
      await openShare(page);
      await page.getByRole('button', { name: 'QR code' }).click();
      await page.getByRole('img', { name: /QR/ }).waitFor();
    },
    'share-list': async (page) => {
      await shareTwo(page);
      await page.getByText(/^\d+ links\.$/).waitFor();
    },
    'share-page': async (page) => {
      await sharePage(page);
    },
    'my-links': async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openShare(page);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.keyboard.press('Escape');
      await chooseIn(page, 'Settings', 'My links');
      await page.getByRole('dialog', { name: 'My links' }).getByRole('listitem').first().waitFor();
    },
    inspector: async (page) => {
      await openAt(app, page);
      await chooseIn(page, 'Settings', 'Inspect a link…');
      const [host] = emulator.bucketOrigins(bucket.name);
      const nowSeconds = Math.floor(Date.now() / 1000);
      const ended = signLink(host, 'README.md', OWNER, nowSeconds - 7200, nowSeconds - 3600);
      await page.getByRole('textbox', { name: 'Link to inspect' }).fill(ended);
      await page.getByRole('button', { name: 'Inspect', exact: true }).click();
      await page.getByRole('heading', { name: 'It has ended' }).waitFor();
    },
    'upload-link': async (page) => {
      await openAt(app, page, 'documents/');
      await chooseIn(page, 'More ways to upload', 'Upload link…');
      await page.getByRole('textbox', { name: 'Name of the file' }).fill('report of the year.pdf');
      await page.getByRole('button', { name: 'Make link' }).click();
      await page.getByRole('textbox', { name: 'Command' }).waitFor();
    },
    request: async (page) => {
      await openAt(app, page, 'documents/');
      await chooseIn(page, 'More ways to upload', 'Request files…');
      await page.getByRole('textbox', { name: 'Note to the sender' }).fill('The photos of Friday, please.');
    },
    'request-made': async (page) => {
      await requestFiles(page);
    },
    'my-requests': async (page) => {
      await requestFiles(page);
      await page.getByRole('button', { name: 'Done' }).click();
      await chooseIn(page, 'More ways to upload', 'My upload requests');
      await page.getByRole('dialog', { name: 'My upload requests' }).getByRole('listitem').first().waitFor();
    },
    access: async (page) => {
      await openAccess(page);
    },
    'access-risk': async (page) => {
      await openAccess(page);
      await page.getByRole('button', { name: 'Set', exact: true }).click();
      await page.getByRole('alertdialog').waitFor();
    },
    receiver: async (page) => {
      await visit(page, await sharePage(page));
      await page.getByText(/^Works until/).waitFor();
    },
    'receiver-preview': async (page) => {
      await visit(page, await sharePage(page));
      await page.getByRole('button', { name: /^Preview .*README/ }).click();
      await page.getByRole('dialog').locator('h3[data-level]').first().waitFor();
    },
    'receiver-cut': async (page) => {
      const address = await sharePage(page);
      await visit(page, address.slice(0, -9));
      await page.getByRole('heading', { name: 'This link is not whole' }).waitFor();
    },
    sender: async (page) => {
      await visit(page, await requestFiles(page));
      await page.getByRole('heading', { name: /^Send files to/ }).waitFor();
    },
  };

  async function openShare(page: Page): Promise<void> {
    await openAt(app, page);
    await rowNamed(page, 'README.md').getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Share link' }).first().click();
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
  }

  async function shareTwo(page: Page): Promise<void> {
    await openAt(app, page);
    await rowNamed(page, 'README.md').getByRole('checkbox').click();
    await rowNamed(page, 'data').getByRole('checkbox').click();
    await page.keyboard.press('.');
  }

  /** The link of a share page of two things chosen. */
  async function sharePage(page: Page): Promise<string> {
    await shareTwo(page);
    await page.getByRole('dialog').getByText('A share page', { exact: true }).click();
    return linkWith(page, '#/s/');
  }

  /** The link of an upload request into a folder. */
  async function requestFiles(page: Page): Promise<string> {
    await openAt(app, page, 'documents/');
    await chooseIn(page, 'More ways to upload', 'Request files…');
    await page.getByRole('textbox', { name: 'Note to the sender' }).fill('The photos of Friday, please.');
    await page.getByRole('button', { name: 'Make link' }).click();
    return linkWith(page, '#/r/');
  }

  async function openAccess(page: Page): Promise<void> {
    await openAt(app, page, 'pictures/');
    await rowNamed(page, 'sunset.jpg').focus();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('button', { name: 'Change who may read it' }).click();
    await page.getByRole('radio', { name: 'Everybody on the internet' }).check();
  }
}

async function chooseIn(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The link in the dialog once it is one with that fragment. */
async function linkWith(page: Page, fragment: string): Promise<string> {
  const box = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('input, textarea')].some(
        (each) => 'value' in each && String(each.value).includes(wanted),
      ),
    fragment,
  );
  return box.inputValue();
}

/** As another person does: a page that was nowhere before. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
}

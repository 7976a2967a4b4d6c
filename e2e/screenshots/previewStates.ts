import type { Page } from 'playwright';
import type { PictureStates, PictureWorld } from './PictureWorld.ts';
import { previewAt } from './steps.ts';

/** A preview of every kind, and the details beside it. */
export function previewStates({ app, bucket, emulator }: PictureWorld): PictureStates {
  const details = async (page: Page): Promise<void> => {
    await previewAt(app, page, 'pictures/', 'sunset.jpg', 'img');
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText('CRC-64').waitFor();
  };
  return {
    picture: (page) => previewAt(app, page, 'pictures/', 'sunset.jpg', 'img'),
    drawing: (page) => previewAt(app, page, 'pictures/', 'bee.svg', 'img'),
    film: (page) => previewAt(app, page, 'media/', 'flight.webm', 'video'),
    pdf: async (page) => {
      await previewAt(app, page, 'documents/', 'About Beeline.pdf', 'canvas');
      await page.getByText('Page 1 of').waitFor();
    },
    table: (page) => previewAt(app, page, 'data/', 'harvest.csv', 'td'),
    tree: (page) => previewAt(app, page, 'data/', 'hives.json', 'summary'),
    markdown: (page) => previewAt(app, page, '', 'README.md', 'h3[data-level]'),
    plain: (page) => previewAt(app, page, '', 'notes.txt', 'pre'),
    details: async (page) => {
      await previewAt(app, page, 'pictures/', 'sunset.jpg', 'img');
      await page.getByRole('tab', { name: 'Details' }).click();
      await page.getByText('CRC-64').waitFor();
    },
    edit: async (page) => {
      await details(page);
      await page.getByRole('button', { name: 'Edit details' }).click();
      await page.getByRole('combobox', { name: 'Storage class' }).selectOption('STANDARD_IA');
    },
    restore: async (page) => {
      await emulator.control.putObject(bucket.name, 'cold.txt', Buffer.from('ice'), { storageClass: 'ARCHIVE' });
      await page.goto(`${app.origin}/?${new URLSearchParams({ c: 'main', p: '', preview: 'cold.txt' })}`);
      await page.getByRole('button', { name: 'Restore from archive' }).click();
      await page.getByRole('dialog', { name: 'Restore cold.txt' }).waitFor();
    },
  };
}

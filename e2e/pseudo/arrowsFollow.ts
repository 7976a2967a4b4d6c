import type { Page } from 'playwright';

/**
 * On a page of tiles that runs from right to left: the left arrow goes on to the next tile, which lies to the left, and a
 * frame drawn over the first two chooses those two.
 */
export async function arrowsFollow(page: Page): Promise<string[]> {
  const tile = (place: number) => page.locator(`[role=row][data-index="${place}"]`);
  const [first, second] = [await tile(0).boundingBox(), await tile(1).boundingBox()];
  if (first === null || second === null) return ['no tiles'];
  const found = second.x < first.x ? [] : ['the second tile is not to the left of the first'];
  await tile(0).focus();
  await page.keyboard.press('ArrowLeft');
  const place = await page.evaluate(() => document.activeElement?.getAttribute('data-index'));
  if (place !== '1') found.push(`the left arrow leads to tile ${place}`);
  await page.mouse.move(first.x + first.width + 4, first.y + first.height + 4);
  await page.mouse.down();
  await page.mouse.move(second.x + 20, second.y + 20, { steps: 4 });
  await page.mouse.up();
  const chosen = await page
    .locator('[role=row][aria-selected=true]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-index')).join(' '));
  if (chosen !== '0 1') found.push(`a frame over two tiles chooses ${chosen}`);
  return found;
}

import type { Page } from 'playwright';

/** How wide and high a target is, in CSS pixels: WCAG 2.2, 2.5.8 wants 24; a finger, and 2.5.5, want 44. */
export type LeastSize = 24 | 44;

/** What can be pointed at. Options of a native list and the cells of a grid are the browser's and the row's. */
const TARGETS = [
  'button, a[href], summary, select, textarea, input:not([type=hidden])',
  '[role=button], [role=checkbox], [role=link], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]',
  '[role=option], [role=radio], [role=switch], [role=tab]',
].join();

/**
 * Targets in sight whose boxes are smaller than that, as `target 20x24: name`. A control is as large as the label
 * or the toggling cell around it, and what a click half of that beside its middle still reaches is large enough; links within a
 * sentence are excepted.
 */
export async function smallTargets(page: Page, leastSize: LeastSize): Promise<string[]> {
  return page.evaluate(
    ({ selector, least }) => {
      const found: string[] = [];
      for (const target of document.querySelectorAll<HTMLElement>(selector)) {
        const area = target.closest('label, [data-does=toggle]') ?? target;
        const { x, y, width, height } = area.getBoundingClientRect();
        const isLarge = width >= least - 0.5 && height >= least - 0.5;
        if (isLarge || !area.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        const top = document.elementFromPoint(middleX, middleY);
        // Hidden for the eye, or beneath something else: nobody can point at it.
        if (!top || !(area.contains(top) || top.contains(area)) || width <= 1 || height <= 1) continue;
        if (target.matches('a') && target.closest('p, li, td') && getComputedStyle(target).display === 'inline')
          continue;
        const reach = least / 2 - 0.5;
        const isReached = [
          [-reach, 0],
          [reach, 0],
          [0, -reach],
          [0, reach],
        ].every(([right = 0, down = 0]) => {
          const hit = document.elementFromPoint(middleX + right, middleY + down);
          return hit !== null && area.contains(hit);
        });
        if (isReached) continue;
        const name = target.ariaLabel ?? (target.textContent.trim() || target.getAttribute('name') || target.tagName);
        found.push(`target ${Math.round(width)}x${Math.round(height)}: ${name.slice(0, 40)}`);
      }
      return found;
    },
    { selector: TARGETS, least: leastSize },
  );
}

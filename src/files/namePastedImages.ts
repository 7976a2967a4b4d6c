import type { Collected } from './Collected.ts';

/** What browsers call a picture that was copied as a picture, and has no name of its own. */
const NAMELESS = /^image\.(\w+)$/;
/** Such a file is made in the moment of pasting; a file of the disk that happens to be called so is older. */
const MADE_WITHIN_MS = 5_000;

/**
 * Gives pictures from the clipboard a name with a date, so that one does not ask to replace the one before.
 *
 * @param nameFor the name without its extension, for a date and time like `2026-11-27 05.41.12`
 */
export async function* namePastedImages(
  found: AsyncIterable<Collected>,
  nameFor: (when: string) => string,
  now: () => number = Date.now,
): AsyncGenerator<Collected, void> {
  for await (const item of found) {
    const extension = NAMELESS.exec(item.relativePath)?.[1];
    const isNameless =
      item.type === 'file' && extension !== undefined && now() - item.file.lastModified < MADE_WITHIN_MS;
    if (!isNameless) {
      yield item;
      continue;
    }
    const { type, lastModified } = item.file;
    const file = new File([item.file], `${nameFor(stamp(new Date(lastModified)))}.${extension}`, {
      type,
      lastModified,
    });
    yield { type: 'file', file, relativePath: file.name };
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** To the second, in the person's own time, without signs that file systems refuse. */
function stamp(date: Date): string {
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.')}`;
}

import { collectDroppedFiles } from '#files/collectDroppedFiles.ts';
import { namePastedImages } from '#files/namePastedImages.ts';
import { displayName } from '#text/displayName.ts';
import { ownsKeys } from '#ui/ownsKeys.ts';
import { keyOf, type PutKind } from '../Carried.ts';
import type { Hands } from './Hands.ts';
import { isHere } from './isHere.ts';
import { CARRIED_TYPE, pickUp, wordsOf } from './pickUp.ts';
import { pasteCarried } from './putCarried.ts';

/** More lines are of no use in a text, and cost time. */
const MOST_NAMES = 1000;

/**
 * Cut, copy and paste of rows, and of files from elsewhere.
 *
 * [Note: The clipboard holds a name, not keys] Any page can read a clipboard that is pasted into it, and write one that
 * is pasted here. So a copy leaves the names as text, as file managers do, with nothing invisible in them that a
 * terminal would run, and a random name for the rows, which stay in this page. Whatever was copied last is what is
 * pasted: when that random name is not on the clipboard any more, something else was copied since. Some clipboards keep
 * nothing but text (Firefox without a screen, remote desktops): there the names themselves are compared.
 */
export function attachClipboard(root: HTMLElement, hands: () => Hands, signal: AbortSignal): void {
  function take(event: ClipboardEvent, kind: PutKind): void {
    const { denied, carry, announce, onRefused, chosen } = hands();
    if (event.clipboardData === null || !isHere(root, event.target) || isTextSelected()) return;
    const refusal = kind === 'move' ? denied.move : undefined;
    const entries = chosen();
    if (entries.length === 0) return;
    event.preventDefault();
    if (refusal !== undefined) {
      onRefused(refusal);
      return;
    }
    const carried = pickUp(hands(), entries);
    const names = entries
      .slice(0, MOST_NAMES)
      .map(({ name }) => displayName(name).text)
      .join('\n');
    event.clipboardData.setData('text/plain', names);
    event.clipboardData.setData(CARRIED_TYPE, carried.token);
    carry.setState({ clipboard: { kind, carried, names, cut: new Set(kind === 'move' ? entries.map(keyOf) : []) } });
    announce(kind === 'move' ? wordsOf(hands()).wasCut(entries.length) : wordsOf(hands()).wasCopied(entries.length));
  }

  function paste(event: ClipboardEvent): void {
    const transfer = event.clipboardData;
    if (transfer === null || ownsKeys(event.target)) return;
    const words = wordsOf(hands());
    const { clipboard } = hands().carry.getState();
    event.preventDefault();
    if (transfer.types.includes(CARRIED_TYPE)) {
      if (clipboard !== undefined && transfer.getData(CARRIED_TYPE) === clipboard.carried.token) pasteCarried(hands());
      else hands().onRefused(words.copiedElsewhere);
    } else if (transfer.types.includes('Files')) {
      const { denied, onUpload, onRefused } = hands();
      if (denied.upload === undefined) onUpload(namePastedImages(collectDroppedFiles(transfer), words.pastedImage));
      else onRefused(denied.upload);
    } else if (clipboard !== undefined && linesOf(transfer) === clipboard.names) pasteCarried(hands());
    else hands().onRefused(words.nothingToPaste);
  }

  document.addEventListener('copy', (event) => take(event, 'copy'), { signal });
  document.addEventListener('cut', (event) => take(event, 'move'), { signal });
  document.addEventListener('paste', paste, { signal });
  // Safari copies nothing where no text is selected, unless it is told that there is something.
  for (const type of ['beforecopy', 'beforecut']) {
    document.addEventListener(type, (event) => isHere(root, event.target) && event.preventDefault(), { signal });
  }
}

/** Windows ends lines its own way. */
function linesOf(transfer: DataTransfer): string {
  return transfer.getData('text/plain').replaceAll('\r\n', '\n');
}

function isTextSelected(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString() !== '';
}

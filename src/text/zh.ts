import type { Messages } from './Messages.ts';
import { actions } from './zh/actions.ts';
import { announcements } from './zh/announcements.ts';
import { frame } from './zh/frame.ts';
import { history } from './zh/history.ts';
import { list } from './zh/list.ts';
import { operations } from './zh/operations.ts';
import { pages } from './zh/pages.ts';
import { places } from './zh/places.ts';
import { transferRows } from './zh/transferRows.ts';
import { unfinishedDownloads } from './zh/unfinishedDownloads.ts';
import { unfinishedUploads } from './zh/unfinishedUploads.ts';
import { uploadOptions } from './zh/uploadOptions.ts';

/** Every sentence of the app in Simplified Chinese, in the same files as the English one. */
export const zh: Messages = {
  ...frame,
  ...actions,
  ...list,
  ...announcements,
  ...transferRows,
  ...history,
  ...unfinishedUploads,
  ...unfinishedDownloads,
  ...uploadOptions,
  ...operations,
  ...pages,
  ...places,
};

import { actions } from './en/actions.ts';
import { announcements } from './en/announcements.ts';
import { frame } from './en/frame.ts';
import { history } from './en/history.ts';
import { list } from './en/list.ts';
import { operations } from './en/operations.ts';
import { pages } from './en/pages.ts';
import { places } from './en/places.ts';
import { transferRows } from './en/transferRows.ts';
import { unfinishedDownloads } from './en/unfinishedDownloads.ts';
import { unfinishedUploads } from './en/unfinishedUploads.ts';
import { uploadOptions } from './en/uploadOptions.ts';

/**
 * Every sentence of the app in English, a file per topic. The names of controls are a contract with screen readers and
 * tests, so a change here is a change of the interface. Values are strings or functions of formatted values; foreign
 * text goes through `isolate`.
 */
export const en = {
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

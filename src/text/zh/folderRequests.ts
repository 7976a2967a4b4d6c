import type { folderRequests as en } from '../en/folderRequests.ts';

/** 文件夹行菜单中的收集文件。 */
export const folderRequests: typeof en = {
  requestFilesInto: '收集文件…',
};

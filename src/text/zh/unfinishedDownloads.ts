import { pluralize } from '../pluralize.ts';
import type { unfinishedDownloads as english } from '../en/unfinishedDownloads.ts';

const count = pluralize('zh-CN');

export const unfinishedDownloads: Readonly<typeof english> = {
  unfinishedDownloads: '未完成的下载',
  unfinishedDownloadCount: (downloads: number) => count(downloads, { other: '# 个未完成的下载' }),
  keptOnDisk: (bytes: string) => `此浏览器中已保留 ${bytes}`,
};

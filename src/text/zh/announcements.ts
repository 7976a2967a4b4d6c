import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';
import type { announcements as english } from '../en/announcements.ts';

const count = pluralize('zh-CN');

export const announcements: Readonly<typeof english> = {
  folderAnnounced: (name, items) => `文件夹 ${isolate(name)}，${count(items, { other: '# 项' })}`,
  filesAdded: (files) => count(files, { other: '已添加 # 个文件' }),
  downloadsAdded: (files) => count(files, { other: '将下载 # 个文件' }),
  namesChanged: (names, examples) =>
    `${count(names, { other: '# 个名称已改为可在磁盘上安全使用的名称' })}：${examples}${names > 3 ? ' …' : ''}`,
  nameChanged: (from, to) => `${isolate(from)} → ${isolate(to)}`,
  leftOutOfArchive: (objects) => count(objects, { other: '# 个对象不在压缩包中' }),
  folderIncomplete: (name) => `${isolate(name)} 中并非所有内容都在下载：`,
  foldersIncomplete: (folders) => count(folders, { other: '# 个文件夹未能完整列出' }),
  emptyFoldersAdded: (folders) => count(folders, { other: '已创建 # 个空文件夹' }),
  foldersFailed: (folders) => count(folders, { other: '# 个空文件夹未能创建' }),
  unreadableFiles: (files) => count(files, { other: '# 个文件无法读取' }),
  withNames: (sentence, names, more) => `${sentence}：${names}${more > 0 ? count(more, { other: '，还有 # 个' }) : ''}`,
  junkSkipped: (files) => count(files, { other: '已略过 # 个系统文件' }),
  batchProgress: (percent) => `已传输 ${percent}`,
  doneCount: (files) => count(files, { other: '# 个完成' }),
  failedCount: (files) => count(files, { other: '# 个失败' }),
  cancelledCount: (files) => count(files, { other: '# 个已取消' }),
  skippedCount: (files) => count(files, { other: '# 个已跳过' }),
  moreErrors: (errors) => count(errors, { other: '还有 # 个错误' }),
  folderCreated: (name) => `已创建文件夹 ${isolate(name)}`,
};

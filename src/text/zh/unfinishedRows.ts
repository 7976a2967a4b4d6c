import type { unfinishedRows as english } from '../en/unfinishedRows.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 未完成的传输的各行。 */
export const unfinishedRows: Readonly<typeof english> = {
  unfinishedUploads: '未完成的上传',
  unfinishedHere: '已暂停，页面在完成前被关闭',
  unfinishedElsewhere: '不是由此浏览器开始的',
  unfinishedLeaving: '正在移除',
  startedAgo: (duration) => `${duration}前开始`,
  alreadySent: (bytes) => `已发送 ${bytes}`,
  resume: '继续',
  chooseAgain: '重新选择',
  chooseAgainOne: (name) => `重新选择 ${name}`,
  discard: '丢弃',
  discardOne: (name) => `丢弃 ${name}`,
  discardOlder: (days) => count(days, { other: '丢弃所有 # 天前的' }),
  olderThan: '时间',
  olderThanDays: (days) => count(days, { other: '# 天前' }),
  discardNone: '没有这么早的',
  unfinishedTotal: (bytes) => `存储桶中占 ${bytes}`,
  unfinishedTotalAtLeast: (bytes) => `存储桶中至少占 ${bytes}`,
  unfinishedAdvice: '把相同的文件或文件夹再次拖到这里：只会发送缺少的部分。',
  resumeMany: (uploads) => count(uploads, { other: '继续 # 个上传' }),
  chooseFolderAgain: '重新选择文件夹',
  noneWasChosen: '所选文件中没有这里缺少的文件。',
  moreUnfinished: (uploads) => count(uploads, { other: '还有 # 个' }),
};

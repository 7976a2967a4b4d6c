import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';
import type { sharePage as english } from '../en/sharePage.ts';

const count = pluralize('zh-CN');

export const sharePage: Readonly<typeof english> = {
  opening: '正在打开分享的内容',
  untitled: '分享的文件',
  files: (files) => count(files, { other: '# 个文件' }),
  worksUntil: (when) => `有效期至 ${when}`,
  endsIn: (duration) => `还剩 ${duration}`,
  downloadAll: '全部下载',
  downloadAllAsZip: '全部下载为 ZIP',
  downloadOne: (name) => `下载 ${isolate(name)}`,
  preview: (name) => `预览 ${isolate(name)}`,
  verified: '每个文件在到达时都会检查：如果存储桶提供校验值，“已校验”表示两者一致。',
  straight: '文件直接来自存储桶。无需登录，本页面不保留任何内容。',
  filesList: '分享的文件',
  search: '搜索',
  noneFound: '没有文件名包含这些文字。',
  showMore: (files) => count(files, { other: '再显示 # 个' }),
  endedNow: '此链接已失效',
  endedAdvice: '已下载的文件归您所有。其余文件请向发送者索取新的链接。',
  itWorkedUntil: (when) => `它的有效期至 ${when}。`,
  cannotRestore: '只有存储桶的所有者才能恢复它。',
};

import { pluralize } from '../pluralize.ts';
import type { sharePages as english } from '../en/sharePages.ts';

const plural = pluralize('zh-CN');

export const sharePages: Readonly<typeof english> = {
  handOut: '分享方式',
  asList: '链接列表',
  asPage: '分享页面',
  pageIs: '一个链接，打开包含全部内容的页面。无需账号，可查看和下载文件，并说明何时失效。',
  pageHolds: (files, size) => `${plural(files, { other: '# 个文件' })}，${size}。`,
  pageListKept: (key) => `列表太长，链接放不下，因此已写入存储桶：${key}。删除它即可终止分享。`,
  pageSnapshot: '以后加入文件夹的内容不在其中。',
  pageNotNarrowed: '签名所用的密钥不止能读取这些对象。专用密钥最多只能指定 100 个对象。',
  pageEmpty: '这里没有可以分享的内容。',
  pageTooMany: '分享页面最多包含 100,000 个文件。请减少选择。',
};

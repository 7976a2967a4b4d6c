import { pluralize } from '../pluralize.ts';
import type { sharePages as english } from '../en/sharePages.ts';

const plural = pluralize('zh-CN');

export const sharePages: Readonly<typeof english> = {
  handOut: '分享方式',
  asList: '链接列表',
  asPage: '分享页面',
  pageLink: '链接',
  pageIs: '一个链接，打开包含全部内容的页面。无需账号，可查看和下载文件，并说明何时失效。',
  pageHolds: (files, size) => `${plural(files, { other: '# 个文件' })}，${size}。`,
  pageExpires: (when) => `有效期至 ${when}`,
  pageEndsIn: (duration) => `还剩 ${duration}`,
  pageEnded: '此链接已失效。请重新选择有效期以生成新的链接。',
  copyPageLink: '复制链接',
  pageLinkCopied: '链接已复制',
  pageQr: '二维码',
  pageLength: (count) => `${count} 个字符`,
  pageListKept: (key) => `列表太长，链接放不下，因此已写入存储桶：${key}。删除它即可终止分享。`,
  pageSnapshot: '以后加入文件夹的内容不在其中。',
  pageLimitedByKey: '它的有效期受临时密钥限制，比您要求的更早结束。',
  pageNotNarrowed: '签名所用的密钥不止能读取这些对象。专用密钥最多只能指定 100 个对象。',
  pageCannotRevoke: '在此之前，任何持有链接的人都可以使用。链接无法撤销。',
  pageEmpty: '这里没有可以分享的内容。',
  pageTooMany: '分享页面最多包含 100,000 个文件。请减少选择。',
};

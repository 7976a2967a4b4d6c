import type { linkLists as english } from '../en/linkLists.ts';
import { pluralize } from '../pluralize.ts';

const plural = pluralize('zh-CN');

export const linkLists: Readonly<typeof english> = {
  linksTitle: (count) => plural(count, { other: '分享 # 项' }),
  finding: (count) => plural(count, { other: '已找到 # 个对象…' }),
  making: (made, all) => `已生成 ${made} / ${all} 个链接…`,
  progress: '正在生成链接',
  noObjects: '此处没有可分享的对象。',
  linksReady: (count) => plural(count, { other: '共 # 个链接。' }),
  linksExpire: (when) => `全部于 ${when} 到期`,
  linksEnded: '这些链接已失效。请选择有效期以生成新链接。',
  listFormat: '格式',
  listText: '纯文本列表',
  columnName: '名称',
  columnEnds: '到期时间',
  columnLink: '链接',
  saveList: '保存列表',
  copyList: '复制列表',
  listSaved: (count) => plural(count, { other: '已保存 # 个链接' }),
  listCopied: (count) => plural(count, { other: '已复制 # 个链接' }),
  firstChecked: '刚刚打开了第一个链接：可用。',
  firstNotChecked: '无法从此处打开第一个链接，因此尚不清楚链接是否可用。',
  leftOut: (count) => plural(count, { other: '# 个对象的名称无法写入链接，已略过。' }),
  linksLimitedByKey: '有效期受临时密钥限制，早于您选择的时间。',
  linksNotNarrowed: '密钥服务没有给出仅限这些对象的密钥，因此签名所用的密钥权限大于读取这些对象。',
  tooManyToNarrow: (most) => `签名所用的密钥权限大于读取这些对象：专用密钥最多只能列出 ${most} 个对象。`,
  linksCannotRevoke: '在此之前，任何持有链接的人都能使用。链接无法撤回。',
};

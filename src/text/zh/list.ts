import { pluralize } from '../pluralize.ts';
import type { list as english } from '../en/list.ts';

const count = pluralize('zh-CN');

export const list: Readonly<typeof english> = {
  files: '文件',
  columnName: '名称',
  columnSize: '大小',
  columnModified: '修改时间',
  columnActions: '操作',
  selectOne: (name) => `选择 ${name}`,
  selectAll: '全选',
  clearSelection: '取消选择',
  folderRow: (name) => `${name}，文件夹`,
  objectRow: (name, size, modified) => `${name}，${size}，${modified}`,
  emptyName: '（空名称）',
  unsafePath: '不安全的路径',
  looksTheSame: '与另一个名称看起来相同',
  itemCount: (items) => count(items, { other: '# 项' }),
  matchCount: (matches, items) => `${items} 项中有 ${matches} 项匹配`,
  selectionStrip: (selected, total, size) => `已选择 ${selected} / ${total} 项，${size}`,
  selectionStripWithoutSize: (selected, total) => `已选择 ${selected} / ${total} 项`,
  stillListing: (items) => `仍在列举，目前 ${items} 项`,
  sorting: (percent: string) => `正在排序，${percent}`,
  emptyTitle: '这里还没有内容',
  emptyAdvice: '把文件或文件夹拖到页面任意位置，或点击选择。',
  noMatchTitle: '没有匹配的名称',
  noMatchAdvice: '只搜索此文件夹中的名称。',
  refreshFailed: (time) => `这是 ${time} 的列表，刷新没有成功：`,
  listingStopped: (items) => `列表在 ${items} 项后中断，因此没有显示。`,
  dropHere: '松开以上传到',
  keyLacks: (action) => `临时密钥不包含 ${action}。`,
  shareOneObject: '一个链接对应一个对象。',
  corsRule: '要添加的 CORS 规则',
  copyRule: '复制规则',
};

import { pluralize } from '../pluralize.ts';
import type { moving as english } from '../en/moving.ts';

const count = pluralize('zh-CN');

export const moving: Readonly<typeof english> = {
  renameTitle: (name) => `重命名 ${name}`,
  newName: '新名称',
  nameSame: '名称没有变化。',
  moveTitle: (items) => count(items, { other: '将 # 项移动到…' }),
  copyTitle: (items) => count(items, { other: '将 # 项复制到…' }),
  moveHere: '移动到这里',
  copyHere: '复制到这里',
  targetFolder: '目标文件夹',
  noFoldersHere: '这里没有文件夹。',
  alreadyHere: '它们已经在这个文件夹里。',
  namesTaken: (items) => count(items, { other: '这里已有 # 个同名项。已有的内容不会被改动，届时会询问您。' }),
  aclNotRead: '当前密钥不能读取访问权限，副本将使用存储桶的权限。',
  tagsNotRead: '当前密钥不能读取标签，经由此页面的副本将没有标签。',
  targetConnection: '目标',
  largeKept:
    '超过 5 GB 的对象，存储桶只复制内容。此页面会重新写入它能读到的标头和元数据，并保留原件，待你查看后再删除。',
  betweenBuckets: '密钥允许时在存储桶之间直接复制，否则经由此页面；此时存储桶对页面隐藏的元数据不会带走。',
  copiesGetNumbers: '同一文件夹中的副本会加上编号。',
};

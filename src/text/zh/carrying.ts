import { pluralize } from '../pluralize.ts';
import type { carrying as english } from '../en/carrying.ts';

const count = pluralize('zh-CN');

export const carrying: Readonly<typeof english> = {
  folderMenu: '此文件夹的菜单',
  paste: '粘贴',
  objects: (objects) => count(objects, { other: '# 个对象' }),
  items: (items) => count(items, { other: '# 项' }),
  moveTo: '移动到',
  copyTo: '复制到',
  wasCut: (items) => count(items, { other: '已剪切 # 项' }),
  wasCopied: (items) => count(items, { other: '已复制 # 项' }),
  nothingToPaste: '没有可粘贴的内容。请先在这里剪切或复制，或在别处复制文件，然后粘贴。',
  copiedElsewhere: '这些内容是在另一个标签页或打开此页面之前复制的，请在这里重新复制。',
  pasteFilesByKey: '这里没有剪切或复制任何内容。来自别处的文件请用 Ctrl+V 粘贴。',
  intoItself: '文件夹不能放进它自己里面。',
  alreadyThere: '它们已经在这个文件夹里。',
  pastedImage: (when) => `粘贴的图片 ${when}`,
};

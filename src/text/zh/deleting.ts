import { pluralize } from '../pluralize.ts';
import type { deleting as english } from '../en/deleting.ts';

const count = pluralize('zh-CN');

export const deleting: Readonly<typeof english> = {
  deleteTitle: (objects) => count(objects, { other: '删除 # 项？' }),
  deleteTitleNamed: (name) => `删除 ${name}？`,
  deleteAdvice: '此操作无法撤销。',
  deleteKeepsVersions: '此存储桶保留版本，因此可以撤销，以后也可以通过“显示已删除的对象”找回。',
  deleteToTrash: (objects) => count(objects, { other: '# 个对象将移入回收站，之后可以恢复。' }),
  deleteForGood: '改为彻底删除',
  moveToTrash: '移入回收站',
  inTrash: '这里是回收站。“恢复”会放回原处；在这里删除将无法找回。',
  deleteCounting: (objects) => count(objects, { other: '正在统计其中的内容：目前 # 个对象' }),
  deleteCounted: (objects) => count(objects, { other: '将删除 # 个对象。' }),
  andMore: (names) => count(names, { other: '还有 # 个' }),
};

import { pluralize } from '../pluralize.ts';
import type { deleting as english } from '../en/deleting.ts';

const count = pluralize('zh-CN');

export const deleting: Readonly<typeof english> = {
  deleteTitle: (objects) => count(objects, { other: '删除 # 项？' }),
  deleteTitleNamed: (name) => `删除 ${name}？`,
  deleteAdvice: '此操作无法撤销。',
  deleteKeepsVersions: '此存储桶保留版本，因此可以撤销。',
  deleteCounting: (objects) => count(objects, { other: '正在统计其中的内容：目前 # 个对象' }),
  deleteCounted: (objects) => count(objects, { other: '将删除 # 个对象。' }),
  andMore: (names) => count(names, { other: '还有 # 个' }),
};

import { pluralize } from '../pluralize.ts';
import type { deleting as english } from '../en/deleting.ts';

const count = pluralize('zh-CN');

export const deleting: Readonly<typeof english> = {
  deleteTitle: (objects) => count(objects, { other: '删除 # 项？' }),
  deleteTitleNamed: (name) => `删除 ${name}？`,
  deleteAdvice: '此操作无法撤销。',
  deleteCounting: (objects) => count(objects, { other: '正在统计其中的内容：目前 # 个对象' }),
  deleteCounted: (objects) => count(objects, { other: '将删除 # 个对象。' }),
  deleteProgress: (done, total) => `删除中，${done} / ${total}`,
  stopDeleting: '停止',
  deleteStopped: (objects) => count(objects, { other: '已停止。确定已删除 # 个对象；正在重新读取列表。' }),
  deleteFailedFor: (objects) => count(objects, { other: '# 个对象未能删除' }),
  andMore: (names) => count(names, { other: '还有 # 个' }),
};

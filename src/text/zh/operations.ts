import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 重命名、移动、复制及其进度。 */
export const operations = {
  rename: '重命名',
  move: '移动',
  copy: '复制',
  undo: '撤销',
  undoOne: (name: string) => `撤销 ${name}`,
  operationList: '操作',
  renameOneObject: '一次只能重命名一项。',
  throughPage: (bytes: string) => `${bytes} 经由此页面`,
  operationItems: (items: number) => count(items, { other: '# 项' }),
  statusCopying: '正在复制',
  statusMoving: '正在移动',
  statusMovingToTrash: '正在移入回收站',
  statusCreating: '正在新建',
  statusDeleting: '正在删除',
  statusRestoring: '正在恢复',
  statusEditing: '正在修改',
  statusPausedEarlier: '已暂停，在打开此页面之前开始',
  operationsUnderWay: (operations: number) => count(operations, { other: '# 个操作' }),
  statusQuestion: '等待中，请回答如何处理同名项',
  statusOperationElsewhere: '等待中，另一个标签页正在处理',
  operationObjects: (done: string, found: string) => `${done} / ${found} 个对象`,
  operationObjectsSoFar: (done: string, found: string) => `${done} / 目前找到 ${found} 个对象`,
  operationDone: (objects: number) => count(objects, { other: '# 个对象' }),
  restoreAsked: (objects: number) => count(objects, { other: '已请求恢复 # 个归档对象，需要几分钟到几小时' }),
  restoreOne: (name: string) => `从归档恢复 ${name}`,
  restoreFromArchive: '从归档恢复',
  operationFailed: (objects: number) => count(objects, { other: '# 个对象保持原样' }),
  statusKept: (objects: number) => count(objects, { other: '完成，未校验：保留了 # 个原件' }),
  statusRetold: (objects: number) => count(objects, { other: '完成：保留了 # 个原件' }),
  retoldAdvice:
    '超过 5 GB 的对象，存储桶只复制内容。此页面已重新写入它能读到的标头、元数据、标签和访问权限；被 CORS 规则隐藏的内容（例如其他名称的元数据）可能不在副本中。请先查看副本，再删除原件。',
  keptAdvice: '存储桶隐藏了校验和，无法比较。请先查看副本，再删除原件。',
  deleteOriginals: '删除原件',
  showProblems: (objects: number) => count(objects, { other: '显示 # 个对象' }),
  wasCopied: (name: string) => `已复制 ${isolate(name)}`,
  wasMoved: (name: string) => `已移动 ${isolate(name)}`,
  wasDeleted: (name: string) => `已删除 ${isolate(name)}`,
  wasTrashed: (name: string) => `已将 ${isolate(name)} 移入回收站`,
  wasRestored: (name: string) => `已恢复 ${isolate(name)}`,
  nothingToUndo: '没有可以撤销的操作',
};

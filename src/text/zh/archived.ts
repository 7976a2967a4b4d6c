import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 归档对象及其恢复。 */
export const archived = {
  restoreTitle: (name: string) => `恢复 ${name}`,
  restoreManyTitle: (items: number) => count(items, { other: '恢复 # 项' }),
  restoreAdvice: 'COS 会生成一个可读取的副本，并保留您指定的天数；归档对象本身不变。副本和取回速度都会计费。',
  restoreManyAdvice: '文件夹包括其中的所有对象。未归档的对象不受影响。',
  restoreDays: '可读取的天数',
  restoreDaysWrong: '1 到 365 之间的整数。',
  restoreTier: '取回速度',
  tierExpedited: '极速：几分钟',
  tierExpeditedHint: '1 到 5 分钟，不适用于深度归档，费用最高。',
  tierStandard: '标准：几小时',
  tierStandardHint: '3 到 5 小时，深度归档 12 到 24 小时。',
  tierBulk: '批量：不着急时',
  tierBulkHint: '5 到 12 小时，深度归档 24 到 48 小时，费用最低。',
  archivedNow: '已归档，恢复后才能读取。',
  restoringNow: '正在恢复，需要几分钟到几小时；此页面会自动再次查看。',
  restoredUntil: (time: string) => `已恢复，可读取至 ${time}。`,
  restoredForNow: '已恢复，暂时可以读取。',
};

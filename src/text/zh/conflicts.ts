import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';
import type { conflicts as english } from '../en/conflicts.ts';

const count = pluralize('zh-CN');

export const conflicts: Readonly<typeof english> = {
  conflictTitle: (name) => `${name} 已存在`,
  conflictsTitle: (names) => count(names, { other: '# 个名称已存在' }),
  conflictAdvice: '尚未发送。要如何处理？',
  conflictsAdvice: '以下文件都尚未发送；新文件已开始上传。',
  conflictAdviceObject: '尚未做任何改动。要如何处理？',
  conflictsAdviceObjects: '以下各项都尚未改动；其余的继续进行。',
  conflictList: '已存在的名称',
  conflictQuestion: (name) => `要如何处理 ${isolate(name)}？`,
  conflictQuestionAll: (names) => count(names, { other: '要如何处理所显示的全部 # 个？' }),
  conflictsLooking: '仍在查找更多名称。',
  conflictKeepsVersions: '此存储桶保留版本：被替换的对象会作为旧版本保留；若他人同时写入同名对象，COS 无法拒绝覆盖。',
  leaveOutIdentical: (files) => count(files, { other: '略过 # 个相同的' }),
  groupAll: '全部',
  groupDifferent: '不同',
  groupSameSize: '大小相同',
  groupIdentical: '相同',
  contentsIdentical: '校验和相同',
  contentsComparing: '大小相同，正在比较内容',
  contentsUnknown: '大小相同，内容未比较',
  contentsDiffer: '大小相同，内容不同',
  sizesDiffer: '大小不同',
  conflictExisting: '存储桶中',
  conflictNew: '您的文件',
  conflictComing: '要放入的',
  replace: '替换',
  keepBoth: '保留两者',
  skip: '跳过',
  replaceOne: (name) => `替换 ${name}`,
  keepBothOne: (name) => `保留两者 ${name}`,
  skipOne: (name) => `跳过 ${name}`,
  applyToAll: '应用到全部',
};

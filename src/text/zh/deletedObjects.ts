import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 保留版本的存储桶中已删除的内容。 */
export const deletedObjects = {
  showDeleted: '显示已删除的对象',
  noVersionsKept: '此存储桶不保留历史版本，删除后无法找回。',
  deletedList: '已删除的对象',
  backToFiles: '返回文件列表',
  deletedNote: '这里是此文件夹中已删除、但存储桶仍保留的内容。',
  deletedNoteDeep: '这里是此文件夹及所有子文件夹中已删除、但存储桶仍保留的内容。',
  deletedOn: (time: string) => `删除于 ${time}`,
  deletedRow: (name: string, facts: string) => `${name}，已删除，${facts}`,
  deletedFolder: '已删除的文件夹',
  nothingKept: '没有保留任何版本',
  deletedCount: (items: number) => count(items, { other: '# 个已删除的项目' }),
  lookingForDeleted: (found: string, looked: string) => `正在查找：已查看 ${looked} 个，其中 ${found} 个已删除`,
  lookingStopped: (found: string, looked: string) => `已停止：已查看 ${looked} 个，其中 ${found} 个已删除`,
  lookOn: '重新查找',
  deletedMatches: (shown: string, all: string) => `${all} 项中有 ${shown} 项匹配`,
  deletedSelected: (items: number) => count(items, { other: '已选择 # 项' }),
  selectAllDeleted: '选择所有已删除的项目',
  restoreDeleted: (name: string) => `恢复 ${name}`,
  purgeOne: (name: string) => `永久删除 ${name}`,
  purge: '永久删除',
  purgeTitle: (items: number) => count(items, { other: '永久删除 # 个项目？' }),
  purgeTitleNamed: (name: string) => `永久删除 ${name}？`,
  purgeAdvice: '存储桶为它保留的所有版本都会被删除，任何人都无法找回。',
  purgeAdviceMany: '存储桶为它们保留的所有版本都会被删除，任何人都无法找回。',
  purgeAdviceFolders: '文件夹中已删除的内容会一并永久删除，未删除的内容不受影响。',
  nothingDeleted: '这里没有已删除的内容',
  nothingDeletedAdvice: '在此文件夹中删除的对象会显示在这里，并可以恢复。',
  nothingDeletedMatches: '没有匹配的已删除名称',
};

import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';
import type { uploadChanges as english } from '../en/uploadChanges.ts';

const count = pluralize('zh-CN');

export const uploadChanges: Readonly<typeof english> = {
  uploadChanges: '仅上传有变化的内容',
  uploadChangesAdvice: (place) =>
    `选择一个文件夹，或拖到这里。它会与 ${isolate(place)} 中同名的文件夹比较；发送前先显示新增和变化的内容。不会删除任何内容。`,
  chooseFolder: '选择文件夹',
  planFinding: (files, objects) => `正在查找：本地 ${files} 个文件，存储桶中 ${objects} 个对象`,
  planComparing: (done, total) => `正在比较内容，${done} / ${total}`,
  planKinds: '比较结果',
  planSummary: (files, size) => count(files, { other: `将发送 # 个文件，共 ${size}。` }),
  planFolders: (folders) => count(folders, { other: '将创建 # 个空文件夹。' }),
  nothingToUpload: '存储桶中已有全部内容。',
  nothingOfThisKind: '无。',
  changeNew: '新增',
  changeChanged: '有变化',
  changeSame: '相同',
  changeExtra: '仅在存储桶中',
  extraStays: '这些会保持原样。',
  judgedBySize: '大小不同',
  judgedByChecksum: '按校验和',
  judgedByTime: '仅按大小和时间',
  judgedByTimeOnly: (files) => count(files, { other: '# 个文件仅按大小和时间判断：存储桶不显示校验和。' }),
  makeFolders: (folders) => count(folders, { other: '创建 # 个文件夹' }),
  uploadCount: (files) => count(files, { other: '上传 # 个文件' }),
};

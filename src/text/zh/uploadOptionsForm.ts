import type { uploadOptionsForm as english } from '../en/uploadOptionsForm.ts';

/** 上传选项的表单。 */
export const uploadOptionsForm: Readonly<typeof english> = {
  uploadOptionsAdvice: '用于此后添加的每个上传，直到关闭此标签页。',
  useOptions: '用于上传',
  resetOptions: '重置',
  storageClassDefault: '由存储桶决定',
  archiveHint: '归档对象须先恢复才能读取。',
  limitEach: '每个文件的限速，MB/s',
  limitAll: '全部上传的限速，MB/s',
  noLimit: '不限速',
  limitOutside: 'COS 的限速范围为 0.1024 到 104.8 MB/s。',
  metadata: '元数据',
  metadataName: (number) => `名称 ${number}`,
  metadataValue: (number) => `值 ${number}`,
  metadataAdd: '添加元数据',
  metadataRemove: (number) => `移除元数据 ${number}`,
  metadataNameWrong: '名称只能包含字母、数字和连字符。',
  metadataTwice: '此名称已存在。',
  metadataNoValue: '请输入值，或移除此行。',
  metadataTooLarge: '全部元数据合计不得超过 2 KB；非 ASCII 字符占九个字节。',
};

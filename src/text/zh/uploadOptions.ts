import type { uploadOptions as english } from '../en/uploadOptions.ts';

export const uploadOptions: Readonly<typeof english> = {
  uploadMenu: '更多上传方式',
  uploadOptions: '上传选项',
  optionsInUse: '此后的上传将使用这些选项',
  storageClass: '存储类型',
  classStandard: '标准存储',
  classInfrequent: '低频存储',
  classIntelligent: '智能分层存储',
  classArchive: '归档存储',
  classDeepArchive: '深度归档存储',
  classStandardZones: '标准存储（多 AZ）',
  classInfrequentZones: '低频存储（多 AZ）',
  classIntelligentZones: '智能分层存储（多 AZ）',
  atMost: (speed) => `最高 ${speed}`,
  together: (speed) => `合计最高 ${speed}`,
};

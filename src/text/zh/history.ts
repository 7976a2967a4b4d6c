import type { history as english } from '../en/history.ts';

export const history: Readonly<typeof english> = {
  history: '历史记录',
  uploadedAt: (when) => `上传于 ${when}`,
  downloadedAt: (when) => `下载于 ${when}`,
  notVerified: '未校验',
  tookTime: (duration) => `用时 ${duration}`,
  objectKey: '对象键',
  bucket: '存储桶',
  byteCount: '字节数',
};

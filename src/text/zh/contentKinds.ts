import type { contentKinds as en } from '../en/contentKinds.ts';

/** 按内容类型开头划分的文件种类。 */
export const contentKinds: typeof en = {
  'image/': '图片',
  'video/': '视频',
  'audio/': '音频',
  'application/pdf': 'PDF 文件',
};

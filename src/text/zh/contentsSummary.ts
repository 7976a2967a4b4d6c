import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 文件夹和所选内容的统计，以及列表导出。 */
export const contentsSummary = {
  summaryTitle: (name: string) => `${name} 的内容`,
  summaryManyTitle: (items: number) => count(items, { other: '# 项的内容' }),
  countingSoFar: (objects: string) => `正在统计，目前 ${objects} 个`,
  countStopped: '已停止，可能还有更多。',
  countedAll: '已统计其中的全部内容。',
  stopCounting: '停止',
  countAgain: '重新统计',
  totalObjects: '对象数',
  totalSize: '总大小',
  largestObject: '最大的对象',
  newestChange: '最近修改',
  byStorageClass: '按存储类型',
  byKind: '按文件类别',
  columnKind: '类别',
  columnObjects: '对象数',
  countImages: '图片',
  countVideos: '视频',
  countAudio: '音频',
  countPdfs: 'PDF 文件',
  countTexts: '文本',
  countSheets: '表格',
  countData: '数据和代码',
  countPacked: '压缩包',
  countOther: '其他',
};

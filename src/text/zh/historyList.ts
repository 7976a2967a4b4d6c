import type { historyList as english } from '../en/historyList.ts';

/** 传输历史对话框。 */
export const historyList: Readonly<typeof english> = {
  historyNote: '只保存在此浏览器中，最多 10,000 条。',
  historyEmpty: '还没有传输过任何内容',
  historyEmptyAdvice: '成功结束的上传和下载会记录在这里，包括校验值和请求 ID。',
  historyNoMatch: '没有匹配的名称',
  searchHistory: '搜索历史记录',
  clearHistory: '清除历史记录',
  exportCsv: '导出 CSV',
  moved: '已传输',
  movedCount: (files, size) => `已传输 ${files} 个，${size}`,
  detailsOf: (name) => `${name} 的详情`,
};

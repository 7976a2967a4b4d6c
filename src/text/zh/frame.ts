import type { frame as english } from '../en/frame.ts';

export const frame: Readonly<typeof english> = {
  breadcrumb: '路径',
  transfers: '传输',
  search: '搜索',
  searchPlaceholder: '搜索此文件夹',
  clearSearch: '清除搜索',
  settings: '设置',
  connection: '连接',
  checkSetUp: '检查配置',
  skipToFiles: '跳到文件列表',
  loading: '正在加载',
  stillWaiting: '仍在等待密钥服务或存储桶的答复。会再试几次，仍无答复时将在此说明原因。',
  notices: '通知',
};

import type { actions as english } from '../en/actions.ts';

export const actions: Readonly<typeof english> = {
  uploadFiles: '上传文件',
  uploadFolder: '上传文件夹',
  newFolder: '新建文件夹',
  refresh: '刷新',
  download: '下载',
  saveAs: '另存为…',
  downloadAsZip: '下载为 ZIP',
  downloadWithBrowser: '用浏览器下载',
  delete: '删除',
  shareLink: '分享链接',
  open: '打开',
  moreActions: (name) => `${name} 的更多操作`,
  retry: '重试',
  signInAgain: '重新登录',
  details: '详情',
  copyDetails: '复制详情',
  copied: '已复制',
  copyFailed: '浏览器不允许复制',
  cancel: '取消',
  close: '关闭',
};

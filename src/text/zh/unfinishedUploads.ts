import { pluralize } from '../pluralize.ts';
import type { unfinishedUploads as english } from '../en/unfinishedUploads.ts';

const count = pluralize('zh-CN');

export const unfinishedUploads: Readonly<typeof english> = {
  unfinishedCount: (uploads) => count(uploads, { other: '# 个未完成的上传' }),
  cannotResumeLater: '关闭此页面后，上传将无法继续。',
  code: '代码',
  requestId: '请求 ID',
  httpStatus: 'HTTP 状态',
  operation: '操作',
  serverMessage: '消息',
};

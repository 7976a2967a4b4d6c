import { pluralize } from '../pluralize.ts';
import type { transferRows as english } from '../en/transferRows.ts';

const count = pluralize('zh-CN');

export const transferRows: Readonly<typeof english> = {
  statusWaitingHost: '等待中，存储桶没有响应',
  statusPaused: '已暂停',
  statusStalled: '停滞，没有数据在传输，会自动重试',
  statusRetrying: (attempt) => `重试中（第 ${attempt} 次，共 8 次）`,
  statusRetryingSoon: '重试中',
  statusOffline: '离线，网络恢复后自动继续',
  statusSigningIn: '登录中，正在获取新的密钥',
  statusSignInNeeded: '登录中，等待您重新登录',
  statusDone: '完成',
  verified: '已校验',
  statusFailed: (why) => `失败：${why}`,
  statusCancelled: '已取消',
  perSecond: (bytes) => `${bytes}/秒`,
  timeLeft: (duration) => `约剩 ${duration}`,
  transferringCount: (files) => count(files, { other: '正在传输 # 个文件' }),
  pausedCount: (files) => count(files, { other: '# 个已暂停' }),
  allDone: (files) => count(files, { other: '# 个文件全部完成' }),
  pauseAll: '全部暂停',
  resumeAll: '全部继续',
  cancelAll: '全部取消',
  showTransfers: '显示传输',
  hideTransfers: '隐藏传输',
};

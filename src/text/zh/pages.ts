import type { pages as english } from '../en/pages.ts';

export const pages: Readonly<typeof english> = {
  startFailed: 'Beeline 无法启动',
  reload: '重新加载',
  pageBrokenAdvice: '正在进行的传输可能已停止。请重新加载；未完成的文件可以重新选择。',
  goHome: '前往首个文件夹',
};

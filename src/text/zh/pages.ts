import type { pages as english } from '../en/pages.ts';

export const pages: Readonly<typeof english> = {
  startFailed: 'Beeline 无法启动',
  reload: '重新加载',
  pageBrokenAdvice: '正在进行的传输可能已停止。请重新加载；未完成的文件可以重新选择。',
  /** A dialog, menu or preview that is fetched when it is first needed, and could not be. */
  partLost: '页面的这一部分未能加载。',
  partLostAdvice: '其余部分照常运行。如果反复出现，可能已有新版本：请重新加载页面。',
  goHome: '前往首个文件夹',
};

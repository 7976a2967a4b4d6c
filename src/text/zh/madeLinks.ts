import type { madeLinks as english } from '../en/madeLinks.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 在此浏览器中生成的链接。 */
export const madeLinks: typeof english = {
  section: '链接',
  title: '我的链接',
  note: '仅在此浏览器中保存名称和时间，不保存地址：“复制”会生成一个新链接，期限与原来相同。',
  empty: '还没有链接',
  emptyAdvice: '从分享窗口复制、分享或保存的链接会列在这里，直到您移除。链接无法撤销。',
  kinds: {
    download: '下载链接',
    batch: '链接列表',
    upload: '上传链接',
    page: '分享页面',
    request: '上传邀请',
  },
  more: (others: number) => count(others, { other: '及另外 # 项' }),
  endsIn: (duration: string) => `${duration}后到期`,
  ended: (when: string) => `已于 ${when} 到期`,
  made: (when: string) => `生成于 ${when}`,
  copy: '复制',
  copyOne: (name: string) => `复制 ${name} 的新链接`,
  forgetOne: (name: string) => `移除 ${name} 的链接记录`,
  forgetAll: '全部移除',
  copied: (until: string) => `已复制新链接，${until} 到期。`,
  copyRefused: '无法复制新链接：浏览器拒绝了。',
  notAgain: '请在原处重新生成：这种链接不能从这里再次生成。',
  tooMany: (kept: number) => count(kept, { other: '只保存了 # 个名称，请重新分享。' }),
  arrived: '查看收到的文件',
  arrivedAt: (name: string) => `查看 ${name} 收到的文件`,
  endedLists: (lists: number) => count(lists, { other: '存储桶中仍有 # 个已失效分享页面的列表。' }),
  listsOf: (pages: number) => count(pages, { other: '# 个已失效分享页面的列表' }),
  removeLists: '删除',
  removeListsOf: (lists: number) => count(lists, { other: '删除 # 个已失效的列表' }),
  connectionGone: '其连接已不在这里。',
};

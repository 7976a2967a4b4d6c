import { pluralize } from '../pluralize.ts';
import type { failureGroups as english } from '../en/failureGroups.ts';

const count = pluralize('zh-CN');

export const failureGroups: Readonly<typeof english> = {
  failureGroups: '需要您处理',
  groupNeedsSignIn: (files) => count(files, { other: '# 个需要重新登录' }),
  groupNameTaken: (files) => count(files, { other: '# 个名称已存在' }),
  groupFileDiffers: (files) => count(files, { other: '# 个与开始时的文件不同' }),
  groupOther: (files, why) => count(files, { other: `# 个文件：${why}` }),
  showThese: '只看这些',
  showTheseOf: (group) => `只看这些：${group}`,
  retryAll: '全部重试',
  retryAllOf: (group) => `全部重试：${group}`,
  goOnAll: '我已登录',
  goOnAllOf: (group) => `我已登录：${group}`,
  resumeThese: '继续这些',
  resumeTheseOf: (group) => `继续这些：${group}`,
  replaceAll: '全部替换',
  replaceAllOf: (group) => `全部替换：${group}`,
  keepBothAll: '全部保留两者',
  keepBothAllOf: (group) => `全部保留两者：${group}`,
  skipAll: '全部跳过',
  skipAllOf: (group) => `全部跳过：${group}`,
  startOverAll: '全部重新开始',
  startOverAllOf: (group) => `全部重新开始：${group}`,
};

import { isolate } from '../isolate.ts';
import type { requestFiles as en } from '../en/requestFiles.ts';
import { pluralize } from '../pluralize.ts';

const plural = pluralize('zh-CN');

/** 邀请没有账号的人发送文件。 */
export const requestFiles: typeof en = {
  requestFiles: '收集文件…',
  myRequests: '我的上传邀请',
  title: (folder) => `收集文件到${isolate(folder)}`,
  intro: '持有链接的人无需账号即可把文件发送到这里的一个新文件夹，除此之外什么也做不了。',
  note: '给发送者的留言',
  noteHint: '说明需要什么以及原因。所有持有链接的人都会看到。',
  maxSize: '每个文件不超过',
  maxSizeAny: '5 GB（上限）',
  types: '文件',
  typesAny: '任意种类',
  makeLink: '生成链接',
  making: '正在生成链接…',
  arrivesIn: (folder) => `文件将存放在${isolate(folder)}`,
  cannotRevoke: '在此之前，任何持有链接的人都能发送。链接无法撤销。',
  notNarrowed: '密钥服务没有用于上传邀请的密钥，因此由上传密钥签名。链接的权限仍仅限于此。',
  keepsVersions: '此存储桶保留历史版本，因此无法阻止一位发送者覆盖另一位的文件。旧版本会保留。',
  requestLinkEnded: '此链接已失效，请再生成一个。',
  forgotten: '链接不会保存在任何地方：请现在复制。',
  again: '再生成一个',
  done: '完成',
  listIntro: '在此浏览器中创建的邀请。不保存链接。',
  none: '还没有上传邀请',
  noneAdvice: (command) => `在文件夹的菜单中选择“${command}”，即可让他人向其中发送文件。`,
  open: (when) => `开放至 ${when}`,
  ended: (when) => `已于 ${when} 结束`,
  looking: '正在查看已到达的文件…',
  nothing: '尚未收到文件',
  arrived: (files, size) => plural(files, { other: `# 个文件，${size}` }),
  arrivedMore: (files, size) => plural(files, { other: `超过 # 个文件，${size} 以上` }),
  latest: (when) => `最近一个于 ${when}`,
  openFolder: '打开文件夹',
  openFolderOf: (folder) => `打开${isolate(folder)}的文件夹`,
  forget: '忘记',
  forgetOne: (folder) => `忘记${isolate(folder)}`,
  check: '重新查看',
};

import { isolate } from '../isolate.ts';
import type { uploadRequest as en } from '../en/uploadRequest.ts';
import { pluralize } from '../pluralize.ts';

const plural = pluralize('zh-CN');

/** 被邀请上传的人看到的内容。 */
export const uploadRequest: typeof en = {
  sendFiles: '发送文件',
  sendTo: (folder) => `发送文件到${isolate(folder)}`,
  noteTitle: '邀请人的留言',
  openUntil: (when) => `开放至 ${when}`,
  endsIn: (duration) => `还剩 ${duration}`,
  atMost: (size) => `每个文件不超过 ${size}`,
  onlyType: (type) => `仅限${type}`,
  onlySend: '此链接只能发送：任何人都不能用它列出、读取或替换文件。',
  dropHere: '将文件或文件夹拖到这里',
  dropNow: '松开即可发送',
  chooseFiles: '选择文件',
  chooseFolder: '选择文件夹',
  startsAgain: '每个文件一次性发送：暂停或中断后从头开始。',
  keepOpen: '所有文件完成之前请不要关闭此页面。',
  added: (files) => plural(files, { other: '已添加 # 个文件' }),
  notSent: (files) => plural(files, { other: '# 个文件未发送' }),
  andMore: (files) => plural(files, { other: '还有 # 个' }),
  tooLarge: (size, most) => `${size} 超过了此邀请允许的 ${most}。`,
  tooLargeForForm: (size) =>
    `${size} 超过了一次可发送的 5 GB，而此类链接只能一次性发送。请拆分文件，或请对方换一种方式。`,
  exactBytes: (bytes) => `${bytes} 字节`,
  wrongType: (type, wanted) => `类型是 ${type}，此邀请只接受${wanted}。`,
  cannotCarry: '文件名含有无法发送的字符。请重命名后再添加。',
  unreadable: '无法读取。请复制到本设备后再添加。',
  dismiss: '知道了',
  arrived: (files, size) => plural(files, { other: `已送达 # 个文件（${size}）。` }),
  allVerified: '每个文件都已通过校验和与您的原件比对。',
  someNotVerified: (files) => plural(files, { other: '其中 # 个的校验和被存储桶隐藏，未能比对。' }),
  saveReceipt: '保存回执',
  receiptFile: '回执',
  receiptColumns: ['文件', '字节数', '送达时间', 'CRC-64 校验', '已校验', '请求 ID'],
  receiptYes: '是',
  receiptNo: '否',
  endedAt: (when) => `它开放至 ${when}。`,
  localClock: '这是按本设备的时钟判断的。如果时钟不准，仍可尝试。',
  tryAnyway: '仍要尝试',
  reload: '重新加载',
};

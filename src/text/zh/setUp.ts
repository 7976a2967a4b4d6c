import type { CheckName, RemedyKind } from '#lib/Finding.ts';
import type { SetUpMessages } from '../en/setUp.ts';
import type { RemedyText } from '../SetUpWording.ts';
import { pluralize } from '../pluralize.ts';

const plural = pluralize('zh-CN');

/** 检查配置的页面。 */
export const setUpMessages: SetUpMessages = {
  framed: 'Beeline 不在其他网页内运行',
  framedAdvice: '外层网页可能用自己的按钮遮盖这里的按钮。',
  openInOwnTab: '在新标签页中打开',
  insecure: 'Beeline 需要 https',
  insecureAdvice:
    '此页面通过 http 打开，浏览器因此停用了所需的功能：私有文件、标签页之间的锁和剪贴板。在本机上可以使用 http://localhost。',
  openByHttps: '通过 https 打开',
  title: '配置检查',
  intro: (label) => `${label} 对本页面、网站服务器、密钥服务和存储桶的要求。`,
  running: '正在检查…',
  runningAt: (check) => `正在检查：${check}`,
  healthy: '一切正常',
  healthyAdvice: '浏览、上传和下载都没有障碍。',
  problems: (count) => plural(count, { other: '有 # 处需要修复' }),
  problemsAdvice: '第一处往往是其他问题的起因：先修复它，再重新检查。',
  warnings: (count) => plural(count, { other: '可以使用，另有 # 处需要了解' }),
  warningsAdvice: '这些问题不影响使用。每一项都说明了影响和修复方法。',
  stopped: '检查已停止',
  runAgain: '重新检查',
  stop: '停止',
  backToFiles: '返回文件列表',
  copyReport: '复制报告',
  saveReport: '下载报告',
  reportNote: '供协助您的人使用，含检查结果和请求 ID，不含密钥和文件名。',
  copyOne: (what) => `复制${what}`,
  good: '正常',
  warning: '需要了解',
  bad: '需要修复',
  unknown: '未检查',
  waiting: '尚未检查',
};

export const setUpChecks: Readonly<Record<CheckName, string>> = {
  page: '本页面的响应头',
  hosts: '存储桶的域名',
  endpoint: '密钥服务',
  keys: '临时密钥',
  bucket: '存储桶与地域',
  clock: '时钟',
  cors: '跨域规则（CORS）',
  permissions: '密钥的权限',
  speed: '速度',
};

export const setUpRemedies: Readonly<Record<RemedyKind, RemedyText>> = {
  'cors-console': {
    title: '控制台填写内容',
    how: '腾讯云控制台：对象存储 > 存储桶列表 > 此存储桶 > 安全管理 > 跨域访问 CORS 设置 > 添加规则。勾选各操作，响应头每行填一个。',
  },
  'cors-xml': { title: 'XML', how: '作为 PUT Bucket cors 的请求体，或用于 coscli。会替换存储桶现有的全部规则。' },
  'cors-json': { title: 'JSON', how: '用于 SDK 的 putBucketCors，作为 CORSRules。会替换存储桶现有的全部规则。' },
  policy: {
    title: '策略',
    how: '用于密钥服务：作为 GetFederationToken 的 Policy。它包含 Beeline 在此处能做的一切，不应允许的操作请删去。',
  },
  'endpoint-cors': {
    title: '响应头',
    how: '用于密钥服务：对 OPTIONS 请求返回全部，对其他请求返回第一行和最后一行。',
  },
  config: { title: '设置', how: '写入 config.json 中的这个连接。' },
  command: { title: '命令', how: '在 Beeline 所在文件夹的终端中运行：它能看到浏览器隐藏的内容，并指出原因。' },
  nginx: { title: 'nginx 配置', how: '写入提供本应用的 server 块。' },
  caddy: { title: 'Caddy 配置', how: '写入提供本应用的站点块。' },
  'headers-file': { title: '_headers 文件', how: '用于 Netlify 和 Cloudflare Pages：与 index.html 放在同一文件夹。' },
};

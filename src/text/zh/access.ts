import type { access as english } from '../en/access.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 谁可以读取对象，以及公开意味着什么。 */
export const access: typeof english = {
  accessAction: '谁可以读取…',
  accessChange: '更改谁可以读取',
  accessTitle: (name: string) => `谁可以读取 ${name}`,
  accessManyTitle: (items: number) => count(items, { other: '谁可以读取这 # 项' }),
  accessNow: '目前：',
  accessManyAdvice: '文件夹包括其下现有的全部内容。之后上传的对象仍与存储桶相同。',
  accessReplaces: '对象若有单独的访问列表，会被替换。',
  accessEverybody: '互联网上的所有人',
  accessEverybodyHint: 'public-read：普通地址即可打开，不需要密钥，也没有期限。',
  accessAsBucket: '与存储桶相同',
  accessAsBucketHint: 'default：没有单独的列表，随存储桶的设置而变。',
  accessNobody: '仅限有权限的人',
  accessNobodyHint: 'private：需要密钥或链接，即使存储桶本身是公开的。',
  accessOfBucket: '如果存储桶本身是公有读',
  accessOfBucketAdvice:
    '存储桶可以整体设为公有读（public-read）。那时，没有另行设置的一切所有人都能读取，通常还能列出，明天上传的也一样。Beeline 不会更改它：由所有者在 COS 控制台的“权限管理”中设置。',
  accessSet: '设置',
  accessRiskTitle: (name: string) => `让所有人读取 ${name}？`,
  accessRiskManyTitle: (items: number) => count(items, { other: '让所有人读取这 # 项？' }),
  accessRisks: [
    '任何知道或猜到地址的人都能读取：不需要密钥或登录，也没有期限。它可能被复制、被搜索引擎收录、被其他网站引用。',
    '无论下载多少次，流量费用都由存储桶的所有者承担。',
    '收回只能阻止新的读取。已读取的无法收回，缓存也可能保留。',
  ],
  accessRiskDo: '公开',
  plainUrl: '普通地址',
  copyPlainUrl: '复制普通地址',
  plainUrlAdvice: '所有人都能打开。2024 年以后创建的存储桶在默认域名上会以下载方式返回。',
};

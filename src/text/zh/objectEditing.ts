import { pluralize } from '../pluralize.ts';

const count = pluralize('zh-CN');

/** 修改一个或多个对象的信息。 */
export const objectEditing = {
  editTitle: (name: string) => `编辑 ${name} 的信息`,
  editManyTitle: (items: number) => count(items, { other: '编辑 # 项的信息' }),
  editManyAdvice: '文件夹包括其中的所有对象。留空的项目保持每个对象原有的值。',
  asEachHasIt: '保持每个对象原有的值',
  cacheControl: '缓存控制（Cache-Control）',
  contentDisposition: '下载方式（Content-Disposition）',
  contentTypeHint: '例如 text/plain; charset=utf-8，浏览器会以此为准。',
  contentTypeWrong: '由斜杠连接的两个词，例如 image/png。',
  headerWrong: '只能使用 ASCII 字母、数字和符号。',
  editMetadata: '自定义元数据',
  editTags: '标签',
  tagName: (number: string) => `标签 ${number}`,
  tagValue: (number: string) => `标签 ${number} 的值`,
  tagAdd: '添加标签',
  tagRemove: (number: string) => `移除标签 ${number}`,
  tagNoName: '标签需要名称。',
  tagTwice: '已有同名标签。',
  tagSigns: '只能使用字母、数字、空格和 + - _ = . : /。',
  tagTooLong: '名称最多 127 个字符，值最多 255 个字符。',
  tagsTooMany: '一个对象最多有十个标签。',
  keepOthers: '添加到每个对象已有的内容',
  replaceOthers: '替换每个对象的全部内容',
  rewriteAdvice:
    'COS 不能直接修改响应头、元数据或存储类型，因此会把每个对象复制到自身。访问权限、标签和内容保持不变；在保留版本的存储桶中，它会成为最新版本。',
  editLosesAcl: '当前密钥不能读取访问权限，修改后的对象将使用存储桶的权限。',
  acceptLoss: '被 CORS 规则隐藏、此页面无法读取的响应头和元数据可能丢失',
  acceptLossNeeded: '请先同意，或请存储桶所有者公开这些响应头。',
  archivedEditAdvice: '归档对象须先恢复才能复制。',
  saveDetails: '保存',
  nothingChanged: '还没有任何改动。',
};

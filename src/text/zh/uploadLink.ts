import type { uploadLink as english } from '../en/uploadLink.ts';

export const uploadLink: Readonly<typeof english> = {
  uploadLink: '上传链接…',
  uploadLinkTitle: (place) => `上传到 ${place} 的链接`,
  uploadLinkLead: '没有账号的人可以用 curl 或自己的程序发送一个文件，文件名由您决定。',
  uploadedName: '文件的名称',
  uploadedNameHint: '斜杠表示放入子文件夹。',
  nameWrong: '名称不能为空，也不能以斜杠开头或结尾。',
  nameTaken: '已有同名文件，此链接不会替换文件。',
  makeUploadLink: '生成链接',
  command: '命令',
  copyCommand: '复制命令',
  sizeNotLimited: '无法限制大小：持有链接的人最多可发送 5 GB。',
  neverReplaces: '只接收第一个文件：命令中的请求头已签名，禁止替换。保留版本的存储桶会接收多个，并保留每个版本。',
  uploadNotNarrowed: '密钥服务没有给出仅限此文件的密钥，因此签名所用的密钥可写入的不止此文件。',
};

/** 存储桶给出的对象信息。 */
export const objectDetails = {
  aboutObject: '基本信息',
  userMetadata: '自定义元数据',
  noMetadata: '没有此页面可读取的元数据。',
  otherHeaders: '其他响应头',
  headersMayBeHidden: '网页只能读取存储桶 CORS 规则公开的响应头，因此对象可能还有未显示的元数据。',
  sizeExact: (size: string, bytes: string) => `${size}（${bytes} 字节）`,
  contentType: '内容类型',
  etag: 'ETag 值',
  crc64: 'CRC-64 校验值',
  hiddenByCors: '被 CORS 规则隐藏',
  copyFact: (name: string) => `复制${name}`,
};

import type { uploadRequestFailures as en } from '../en/uploadRequestFailures.ts';

/** 为什么不能发送：读者没有账号，也不了解存储桶。 */
export const uploadRequestFailures: typeof en = {
  RequestDamaged: { title: '链接不完整', advice: '链接在传递中丢失或改变了一部分。请对方重新发送，并完整复制。' },
  RequestNewer: { title: '链接比此页面更新', advice: '请重新加载页面。如果仍不行，请对方换一种方式接收。' },
  RequestElsewhere: {
    title: '链接指向别处',
    advice: '它指向的存储桶不由本站服务，因此没有发送任何内容。请不要信任它。',
  },
  RequestEnded: { title: '上传邀请已结束', advice: '时间已到，存储桶不再接收文件。请向发送链接的人索要新的链接。' },
  RequestKeyGone: {
    title: '上传邀请提前结束',
    advice: '创建它的临时密钥已失效：被撤销，或早于链接所示的时间结束。请向发送链接的人索要新的链接。',
  },
  SignatureDoesNotMatch: { title: '链接被改动过', advice: '存储桶表示它与签名时不一致。请重新索要链接，并完整复制。' },
  AccessDenied: { title: '存储桶没有接收', advice: '这不在链接允许的范围内，或链接已不能再发送。请联系发送链接的人。' },
  EntityTooLarge: {
    title: '超过了此邀请的上限',
    advice: '文件在选择之后变大了，或上限低于此页面所知。请对方重新创建邀请。',
  },
  KeyNotAllowed: { title: '文件名无法发送', advice: '名称含有表单无法携带的字符。请重命名后再添加。' },
  CorsBlocked: {
    title: '存储桶不接收来自此页面的文件',
    advice: '需要存储桶的所有者允许本站发送（CORS）。请告诉发送链接的人。',
  },
};

import type { shareFailures as english } from '../en/shareFailures.ts';

export const shareFailures: Readonly<typeof english> = {
  ShareEnded: {
    title: '此链接已失效',
    advice: '有效期已过。请向发送者索取新的链接。',
  },
  ShareKeyGone: {
    title: '此链接提前失效',
    advice: '生成它的临时密钥已不存在：被撤销，或早于链接所说的时间到期。请向发送者索取新的链接。',
  },
  ShareChanged: {
    title: '此链接被改动过',
    advice: '存储桶表示它与制作者签名时不一致。请向发送者重新索取链接，并完整复制。',
  },
  ShareDamaged: {
    title: '此链接不完整',
    advice: '传递过程中有内容丢失或被改动。请重新索取，并完整复制。',
  },
  ShareNewer: {
    title: '此链接比本页面更新',
    advice: '请重新加载页面。如果仍然不行，请让发送者以其他方式分享文件。',
  },
  ShareElsewhere: {
    title: '此链接指向别处',
    advice: '它指定的主机不属于本站，因此没有向那里发送任何内容。请勿信任它。',
  },
  AccessDenied: {
    title: '此链接无法打开该文件',
    advice: '生成链接的密钥不能（或不再能）读取该文件。请联系发送者。',
  },
  NoSuchKey: {
    title: '文件已不存在',
    advice: '链接生成之后它被移动或删除了。请联系发送者。',
  },
  InvalidObjectState: {
    title: '文件已归档',
    advice: '需要其所有者先恢复。请联系发送者。',
  },
};

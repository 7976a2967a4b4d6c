import type { accessEnd as english } from '../en/accessEnd.ts';

export const accessEnd: Readonly<typeof english> = {
  ends: (time) => `您的访问将于 ${time} 结束：密钥未能更新。`,
  renew: '立即更新',
  renewed: '访问已更新',
};

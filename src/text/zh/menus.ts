import type { menus as english } from '../en/menus.ts';

export const menus: Readonly<typeof english> = {
  inForce: '已选中',
};

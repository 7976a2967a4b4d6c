import type { selection as english } from '../en/selection.ts';

export const selection: Readonly<typeof english> = {
  selected: (selected, total) => `已选择 ${selected} 项，共 ${total} 项`,
};

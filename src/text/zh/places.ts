import type { places as english } from '../en/places.ts';
import { isolate } from '../isolate.ts';

export const places: Readonly<typeof english> = {
  goTo: '前往',
  goToField: '路径或地址',
  goToHint: '例如 photos/2026/、cos://bucket/key，或存储桶的任意地址。快捷键：Ctrl+K 或 ⌘K。',
  go: '前往该处',
  favourites: '收藏',
  recentPlaces: '最近访问',
  forgetRecent: '清除最近访问',
  addFavourite: '加入收藏',
  removeFavourite: '取消收藏',
  placeOtherBucket: (bucket: string) => `存储桶 ${isolate(bucket)} 不在此页面的连接中。`,
  placeOutside: (bucket: string) => `该位置在存储桶 ${isolate(bucket)} 中，但不在此页面可显示的文件夹内。`,
  placeNotRead: '这不是存储桶的地址。',
};

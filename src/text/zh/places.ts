import type { places as english } from '../en/places.ts';
import { isolate } from '../isolate.ts';

export const places: Readonly<typeof english> = {
  goTo: '前往',
  addFavourite: '加入收藏',
  removeFavourite: '取消收藏',
  placeOtherBucket: (bucket: string) => `存储桶 ${isolate(bucket)} 不在此页面的连接中。`,
  placeOutside: (bucket: string) => `该位置在存储桶 ${isolate(bucket)} 中，但不在此页面可显示的文件夹内。`,
  placeNotRead: '这不是存储桶的地址。',
};

import type { Language } from './pickLanguage.ts';

/** Cities of the regions (COS documentation 6224). The list is open: a region that is not here is shown by its id. */
const CITIES: ReadonlyMap<string, readonly [english: string, chinese: string]> = new Map([
  ['ap-beijing', ['Beijing', '北京']],
  ['ap-beijing-1', ['Beijing Zone 1', '北京一区']],
  ['ap-nanjing', ['Nanjing', '南京']],
  ['ap-shanghai', ['Shanghai', '上海']],
  ['ap-guangzhou', ['Guangzhou', '广州']],
  ['ap-chengdu', ['Chengdu', '成都']],
  ['ap-chongqing', ['Chongqing', '重庆']],
  ['ap-hongkong', ['Hong Kong', '中国香港']],
  ['ap-singapore', ['Singapore', '新加坡']],
  ['ap-mumbai', ['Mumbai', '孟买']],
  ['ap-jakarta', ['Jakarta', '雅加达']],
  ['ap-seoul', ['Seoul', '首尔']],
  ['ap-bangkok', ['Bangkok', '曼谷']],
  ['ap-tokyo', ['Tokyo', '东京']],
  ['na-siliconvalley', ['Silicon Valley', '硅谷']],
  ['na-ashburn', ['Virginia', '弗吉尼亚']],
  ['na-toronto', ['Toronto', '多伦多']],
  ['sa-saopaulo', ['São Paulo', '圣保罗']],
  ['eu-frankfurt', ['Frankfurt', '法兰克福']],
]);

/** `Guangzhou (ap-guangzhou)`; the id alone where its city is not known. */
export function regionName(region: string, language: Language): string {
  const [english, chinese] = CITIES.get(region) ?? [];
  if (english === undefined || chinese === undefined) return region;
  return language === 'en' ? `${english} (${region})` : `${chinese}（${region}）`;
}

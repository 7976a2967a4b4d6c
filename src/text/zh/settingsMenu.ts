import type { settingsMenu as english } from '../en/settingsMenu.ts';

/** 可以设置的内容，用于菜单与对话框。 */
export const settingsMenu: Readonly<typeof english> = {
  appearance: '外观',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  language: '语言',
  deletedObjects: '删除的对象',
  deletedForGood: '彻底删除',
  deletedToTrash: '移入回收站',
};

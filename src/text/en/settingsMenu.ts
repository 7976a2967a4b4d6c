/** What one may set, in the menu and in the dialog. */
export const settingsMenu = {
  appearance: 'Appearance',
  themeSystem: 'Same as the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',
  deletedObjects: 'Deleted objects',
  deletedForGood: 'Are gone for good',
  deletedToTrash: 'Go to the trash',
};

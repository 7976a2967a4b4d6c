import {
  Eraser,
  History,
  Keyboard,
  Link2,
  Monitor,
  Moon,
  ScanSearch,
  SlidersHorizontal,
  Stethoscope,
  Sun,
} from 'lucide-react';
import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import { connections as en } from '#text/en/connections.ts';
import { keyboard as enKeys } from '#text/en/keyboard.ts';
import { linkInspector as enInspector } from '#text/en/linkInspector.ts';
import { madeLinks as enLinks } from '#text/en/madeLinks.ts';
import type { Language } from '#text/pickLanguage.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zh } from '#text/zh/connections.ts';
import { keyboard as zhKeys } from '#text/zh/keyboard.ts';
import { linkInspector as zhInspector } from '#text/zh/linkInspector.ts';
import { madeLinks as zhLinks } from '#text/zh/madeLinks.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { SET_UP_CHECK } from '#ui/setUpCheckHref.ts';
import type { OpenSheet } from '../OpenSheet.ts';
import { deletingIn, type Deleting } from '../operations/createTrashWish.ts';
import { useServices } from '../Services.ts';
import { applyTheme, rememberedTheme, type Theme } from '#ui/theme.ts';

export interface SettingsMenuProps {
  readonly anchor: HTMLElement;
  readonly onLanguage: (language: Language) => void;
  readonly connection: Connection | undefined;
  readonly onSheet: (sheet: OpenSheet) => void;
  readonly onClose: () => void;
}

/** Look, language, and what was moved. Each language is named in itself, so that it can be found from the other. */
export function SettingsMenu(props: SettingsMenuProps) {
  const { anchor, connection, onLanguage, onSheet, onClose } = props;
  const { trashWish } = useServices();
  const deleting = deletingIn(
    connection ?? {},
    useStore(trashWish.store, ({ chosen }) => chosen),
  );
  const { t, language } = useLateText();
  const words = useTopic({ en, zh });
  const keyboard = useTopic({ en: enKeys, zh: zhKeys });
  const inspector = useTopic({ en: enInspector, zh: zhInspector });
  const links = useTopic({ en: enLinks, zh: zhLinks });
  const fates: readonly (readonly [Deleting, string])[] = [
    ['final', t.deletedForGood],
    ['trash', t.deletedToTrash],
  ];
  const current = rememberedTheme();
  const themes: readonly (readonly [Theme, string, typeof Sun])[] = [
    ['system', t.themeSystem, Monitor],
    ['light', t.themeLight, Sun],
    ['dark', t.themeDark, Moon],
  ];
  const languages: readonly (readonly [Language, string])[] = [
    ['en', 'English'],
    ['zh-CN', '简体中文'],
  ];
  return (
    <ActionMenu
      label={t.settings}
      anchor={anchor}
      onClose={onClose}
      groups={[
        {
          actions: [
            {
              id: 'all',
              label: words.allSettings,
              icon: <SlidersHorizontal size={16} />,
              onAction: () => onSheet('settings'),
            },
          ],
        },
        {
          title: t.appearance,
          actions: themes.map(([theme, label, Icon]) => ({
            id: theme,
            label,
            icon: <Icon size={16} />,
            isChosen: theme === current,
            onAction: () => applyTheme(theme),
          })),
        },
        {
          title: t.language,
          actions: languages.map(([id, label]) => ({
            id,
            label,
            isChosen: id === language,
            onAction: () => onLanguage(id),
          })),
        },
        {
          title: t.deletedObjects,
          actions: fates.map(([id, label]) => ({
            id,
            label,
            isChosen: id === deleting,
            onAction: () => trashWish.choose(id),
          })),
        },
        {
          title: t.transfers,
          actions: [
            { id: 'history', label: t.history, icon: <History size={16} />, onAction: () => onSheet('history') },
          ],
        },
        {
          title: t.connection,
          actions: [
            {
              id: 'set-up',
              label: t.checkSetUp,
              icon: <Stethoscope size={16} />,
              onAction: () => {
                location.hash = SET_UP_CHECK;
              },
            },
          ],
        },
        {
          title: links.section,
          actions: [
            { id: 'my-links', label: links.title, icon: <Link2 size={16} />, onAction: () => onSheet('myLinks') },
            {
              id: 'inspect',
              label: inspector.action,
              icon: <ScanSearch size={16} />,
              onAction: () => onSheet({ inspect: '' }),
            },
          ],
        },
        {
          title: keyboard.help,
          actions: [
            {
              id: 'keys',
              label: keyboard.title,
              icon: <Keyboard size={16} />,
              keys: '?',
              onAction: () => onSheet('keys'),
            },
          ],
        },
        {
          actions: [
            { id: 'forget', label: words.forgetDevice, icon: <Eraser size={16} />, onAction: () => onSheet('forget') },
          ],
        },
      ]}
    />
  );
}

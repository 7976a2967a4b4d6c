import {
  Eraser,
  History,
  Keyboard,
  Languages,
  Link2,
  Monitor,
  Moon,
  ScanSearch,
  Settings,
  Stethoscope,
  Sun,
  Undo2,
} from 'lucide-react';
import { useContext } from 'react';
import { connections as enConnections } from '#text/en/connections.ts';
import { keyboard as enKeys } from '#text/en/keyboard.ts';
import { linkInspector as enInspector } from '#text/en/linkInspector.ts';
import { madeLinks as enLinks } from '#text/en/madeLinks.ts';
import { palette as en } from '#text/en/palette.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zhConnections } from '#text/zh/connections.ts';
import { keyboard as zhKeys } from '#text/zh/keyboard.ts';
import { linkInspector as zhInspector } from '#text/zh/linkInspector.ts';
import { madeLinks as zhLinks } from '#text/zh/madeLinks.ts';
import { palette as zh } from '#text/zh/palette.ts';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import { SET_UP_CHECK } from '#ui/setUpCheckHref.ts';
import { applyTheme, rememberedTheme } from '#ui/theme.ts';
import { LanguageContext } from '../frame/LanguageContext.ts';
import type { OpenSheet } from '../OpenSheet.ts';
import { useServices } from '../Services.ts';

/** What belongs to no folder: undo, sheets, look, language. */
export function usePageActions(onSheet: (sheet: OpenSheet) => void): MenuGroup {
  const { operations } = useServices();
  const { t, language } = useLateText();
  const setLanguage = useContext(LanguageContext);
  const words = useTopic({ en, zh });
  const keys = useTopic({ en: enKeys, zh: zhKeys });
  const inspector = useTopic({ en: enInspector, zh: zhInspector });
  const links = useTopic({ en: enLinks, zh: zhLinks });
  const own = useTopic({ en: enConnections, zh: zhConnections });
  const canUndo = operations.store.getState().some(({ state }) => state.status === 'completed' && state.canUndo);
  const themes = [
    ['system', t.themeSystem, Monitor],
    ['light', t.themeLight, Sun],
    ['dark', t.themeDark, Moon],
  ] as const;
  const languages = [
    ['en', 'English'],
    ['zh-CN', '简体中文'],
  ] as const;
  return {
    title: words.page,
    actions: [
      {
        id: 'undo',
        label: words.undoLast,
        icon: <Undo2 size={16} />,
        keys: 'Ctrl Z',
        onAction: () => void operations.undoLast(),
        ...(canUndo ? {} : { disabledReason: t.nothingToUndo }),
      },
      {
        id: 'settings',
        label: own.allSettings,
        icon: <Settings size={16} />,
        onAction: () => onSheet('settings'),
      },
      { id: 'history', label: t.history, icon: <History size={16} />, onAction: () => onSheet('history') },
      { id: 'my-links', label: links.title, icon: <Link2 size={16} />, onAction: () => onSheet('myLinks') },
      {
        id: 'inspect',
        label: inspector.action,
        icon: <ScanSearch size={16} />,
        onAction: () => onSheet({ inspect: '' }),
      },
      {
        id: 'set-up',
        label: t.checkSetUp,
        icon: <Stethoscope size={16} />,
        onAction: () => {
          location.hash = SET_UP_CHECK;
        },
      },
      { id: 'keys', label: keys.title, icon: <Keyboard size={16} />, keys: '?', onAction: () => onSheet('keys') },
      ...themes.map(([theme, label, Icon]) => ({
        id: `theme-${theme}`,
        label: words.theme(label),
        icon: <Icon size={16} />,
        isChosen: theme === rememberedTheme(),
        onAction: () => applyTheme(theme),
      })),
      ...languages.map(([id, label]) => ({
        id: `language-${id}`,
        label,
        icon: <Languages size={16} />,
        isChosen: id === language,
        onAction: () => setLanguage(id),
      })),
      { id: 'forget', label: own.forgetDevice, icon: <Eraser size={16} />, onAction: () => onSheet('forget') },
    ],
  };
}

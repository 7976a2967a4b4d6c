import { CornerDownRight, ScanSearch, Search } from 'lucide-react';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { linkInspector as enInspector } from '#text/en/linkInspector.ts';
import { palette as en } from '#text/en/palette.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkInspector as zhInspector } from '#text/zh/linkInspector.ts';
import { palette as zh } from '#text/zh/palette.ts';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import type { OpenSheet } from '../OpenSheet.ts';
import { useGoTo } from '../place/useGoTo.ts';
import { matchActions } from './matchActions.ts';
import { GO, Palette } from './Palette.tsx';
import { usePageActions } from './usePageActions.tsx';
import { usePlaceActions } from './usePlaceActions.tsx';
import { useTransferActions } from './useTransferActions.tsx';

export interface PaletteHostProps {
  readonly connection: Connection;
  readonly prefix: Prefix;
  /** Asked for as the page's address box: it shows where one is. */
  readonly isForPlace: boolean;
  /** What the folder on screen offers. */
  readonly folder: readonly MenuGroup[];
  readonly onSearch: (words: string) => void;
  /** A place that was typed is on screen, or was there before. */
  readonly onArrived: () => void;
  readonly onSheet: (sheet: OpenSheet) => void;
  readonly onClose: () => void;
}

/** Every action, every place and every transfer, from whoever has them. */
export function PaletteHost(props: PaletteHostProps) {
  const { connection, prefix, isForPlace, folder, onSearch, onArrived, onSheet, onClose } = props;
  const words = useTopic({ en, zh });
  const goTo = useGoTo(connection, onArrived, (link) => onSheet({ inspect: link }));
  const inspector = useTopic({ en: enInspector, zh: zhInspector });
  const places = usePlaceActions(connection, prefix);
  const transfers = useTransferActions();
  const page = usePageActions(onSheet);
  const initial = isForPlace ? `/${prefix.slice(connection.prefix.length)}` : '';

  function groupsFor(text: string): readonly MenuGroup[] {
    const typed = text === initial ? '' : text.trim();
    const groups = isForPlace
      ? [places, ...folder, transfers(typed), page]
      : [...folder, places, transfers(typed), page];
    const found = matchActions(groups, typed);
    if (text.trim() === '') return found;
    const go = {
      id: GO,
      label: words.goTo(text.trim()),
      icon: <CornerDownRight size={16} />,
      onAction: () => undefined,
    };
    const search = {
      id: 'search',
      label: words.searchFor(typed),
      icon: <Search size={16} />,
      keys: '/',
      onAction: () => onSearch(typed),
    };
    // What looks like a place most likely is one; of other words it is the last guess.
    const isPlace = text.includes('/');
    const inspect = {
      id: 'inspect-this',
      label: inspector.title,
      icon: <ScanSearch size={16} />,
      onAction: () => onSheet({ inspect: typed }),
    };
    if (/^https?:\/\//i.test(typed)) return [{ title: words.field, actions: [go, inspect] }];
    const actions = typed === '' ? [go] : isPlace ? [go, search] : [search, go];
    const typedOnly = { title: words.field, actions };
    return isPlace ? [typedOnly, ...found] : [...found, typedOnly];
  }

  return <Palette {...{ initial, groupsFor, onClose }} onGo={goTo} />;
}

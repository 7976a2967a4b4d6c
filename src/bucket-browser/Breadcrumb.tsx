import { ChevronRight, Star, TextCursorInput } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './Breadcrumb.module.css';
import { breadcrumbs } from './breadcrumbs.ts';

export interface BreadcrumbProps {
  /** What the root of the connection is called. */
  readonly rootLabel: string;
  readonly rootPrefix: Prefix;
  readonly prefix: Prefix;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpenPrefix: (prefix: Prefix) => void;
  readonly isFavourite: boolean;
  readonly onFavourite: () => void;
  /** The person wants to type or paste a place. */
  readonly onGoTo: () => void;
}

/** Where am I. Each level is a link, and a place to drop files on; the room beside them is for typing a path. */
export function Breadcrumb(props: BreadcrumbProps) {
  const { rootLabel, rootPrefix, prefix, hrefFor, onOpenPrefix, isFavourite, onFavourite, onGoTo } = props;
  const { t } = useText();
  const crumbs = breadcrumbs(rootPrefix, prefix);

  function open(event: MouseEvent, target: Prefix): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpenPrefix(target);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the mouse has the empty room, everybody has the button
    <nav
      aria-label={t.breadcrumb}
      className={styles.place}
      onClick={(event) => event.target === event.currentTarget && onGoTo()}
    >
      <ol className={styles.list}>
        {crumbs.map((crumb, index) => (
          <li key={crumb.prefix} className={styles.crumb}>
            {index > 0 && <ChevronRight size={16} aria-hidden />}
            <a
              href={hrefFor(crumb.prefix)}
              className={styles.link}
              aria-current={index === crumbs.length - 1 ? 'page' : undefined}
              data-drop-prefix={crumb.prefix}
              onClick={(event) => open(event, crumb.prefix)}
            >
              {index === 0 ? <bdi>{rootLabel}</bdi> : <ObjectName name={crumb.name} keepWhole />}
            </a>
          </li>
        ))}
      </ol>
      <IconButton
        size="small"
        label={isFavourite ? t.removeFavourite : t.addFavourite}
        icon={<Star size={15} fill={isFavourite ? 'currentColor' : 'none'} />}
        data-on={isFavourite}
        onClick={onFavourite}
      />
      <IconButton
        size="small"
        label={t.goTo}
        hint={`${t.goTo} (Ctrl+L)`}
        icon={<TextCursorInput size={15} />}
        onClick={onGoTo}
      />
    </nav>
  );
}

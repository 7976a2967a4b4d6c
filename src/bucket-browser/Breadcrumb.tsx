import { ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
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
}

/** Where am I. Each level is a link, and a place to drop files on. */
export function Breadcrumb({ rootLabel, rootPrefix, prefix, hrefFor, onOpenPrefix }: BreadcrumbProps) {
  const { t } = useText();
  const crumbs = breadcrumbs(rootPrefix, prefix);

  function open(event: MouseEvent, target: Prefix): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpenPrefix(target);
  }

  return (
    <nav aria-label={t.breadcrumb}>
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
    </nav>
  );
}

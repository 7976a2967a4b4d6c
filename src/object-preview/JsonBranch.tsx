/* oxlint-disable react/no-array-index-key -- the parts of a text that is shown: their order is their identity */
import { useState } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import type { JsonNode } from '#viewers/JsonNode.ts';
import { revealHidden } from '#viewers/revealHidden.ts';
import styles from './JsonView.module.css';

export interface JsonBranchProps {
  readonly node: JsonNode;
  /** The key or the place in the array; undefined at the root. */
  readonly name: string | undefined;
  /** Levels that are open at first. */
  readonly opensTo: number;
}

const CHILDREN_PER_PAGE = 100;
/** More than this is a list to open on purpose. */
const OPENS_UP_TO = 40;

/** One value and, while it is open, what is in it. What is closed is not drawn, so no depth and no length is too much. */
export function JsonBranch({ node, name, opensTo }: JsonBranchProps) {
  const { t, formats } = useLateText();
  const children = childrenOf(node);
  const [isOpen, setIsOpen] = useState(opensTo > 0 && (children?.length ?? 0) <= OPENS_UP_TO);
  const [pages, setPages] = useState(1);
  const label = name !== undefined && <span className={styles.key}>{shown(name)}: </span>;
  if (children === undefined) {
    return (
      <div className={styles.leaf}>
        {label}
        <span data-kind={node.kind}>{leafText(node)}</span>
      </div>
    );
  }
  const count = pages * CHILDREN_PER_PAGE;
  return (
    <details
      className={styles.branch}
      open={isOpen}
      onToggle={(event) => event.target === event.currentTarget && setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {label}
        <span className={styles.summary}>
          {node.kind === 'array' ? t.jsonItems(children.length) : t.jsonKeys(children.length)}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.children}>
          {children.slice(0, count).map(([key, child], index) => (
            <JsonBranch key={index} name={key} node={child} opensTo={opensTo - 1} />
          ))}
          {children.length > count && (
            <Button size="small" look="quiet" onClick={() => setPages(pages + 1)}>
              {t.jsonMore(formats.number(children.length - count))}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

function childrenOf(node: JsonNode): readonly (readonly [string, JsonNode])[] | undefined {
  if (node.kind === 'object') return node.entries;
  return node.kind === 'array' ? node.items.map((item, index) => [String(index), item] as const) : undefined;
}

function leafText(node: JsonNode): string {
  if (node.kind === 'string') return shown(JSON.stringify(node.text));
  return node.kind === 'number' || node.kind === 'word' ? node.text : '';
}

function shown(text: string): string {
  return revealHidden(text)
    .map((piece) => piece.text)
    .join('');
}

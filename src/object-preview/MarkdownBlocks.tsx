/* oxlint-disable react/no-array-index-key -- the parts of a text that is shown: their order is their identity */
import type { ReactNode } from 'react';
import { useLateText } from '#text/useLateText.ts';
import type { MarkdownBlock, MarkdownListItem } from '#viewers/MarkdownBlock.ts';
import { MarkdownWords } from './MarkdownWords.tsx';

/** Blocks of a Markdown text. Its headings begin below those of the panel. */
export function MarkdownBlocks({ blocks }: { readonly blocks: readonly MarkdownBlock[] }): ReactNode {
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: MarkdownBlock }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + 2)}` as 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading data-level={block.level}>
          <MarkdownWords inline={block.inline} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <MarkdownWords inline={block.inline} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <MarkdownBlocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list':
      return block.start === undefined ? (
        <ul>{block.items.map((item, index) => drawItem(item, index))}</ul>
      ) : (
        <ol start={block.start}>{block.items.map((item, index) => drawItem(item, index))}</ol>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  <MarkdownWords inline={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <MarkdownWords inline={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'rule':
    default:
      return <hr />;
  }
}

function drawItem(item: MarkdownListItem, index: number) {
  return <Item key={index} item={item} />;
}

function Item({ item }: { readonly item: MarkdownListItem }) {
  const { t } = useLateText();
  return (
    <li data-task={item.isChecked !== undefined || undefined}>
      {item.isChecked !== undefined && (
        <input
          type="checkbox"
          checked={item.isChecked}
          disabled
          aria-label={item.isChecked ? t.taskDone : t.taskOpen}
        />
      )}
      <MarkdownBlocks blocks={item.blocks} />
    </li>
  );
}

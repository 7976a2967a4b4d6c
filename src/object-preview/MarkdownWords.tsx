/* oxlint-disable react/no-array-index-key -- the parts of a text that is shown: their order is their identity */
import { Image } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLateText } from '#text/useLateText.ts';
import type { MarkdownInline } from '#viewers/MarkdownBlock.ts';
import { revealHidden } from '#viewers/revealHidden.ts';

/** Words of a Markdown text, as text nodes. A link names no referrer and gives its page no handle on ours. */
export function MarkdownWords({ inline }: { readonly inline: readonly MarkdownInline[] }): ReactNode {
  return inline.map((part, index) => <Words key={index} part={part} />);
}

function Words({ part }: { readonly part: MarkdownInline }): ReactNode {
  const { t } = useLateText();
  switch (part.kind) {
    case 'text':
      return shown(part.text);
    case 'code':
      return <code>{shown(part.text)}</code>;
    case 'strong':
      return (
        <strong>
          <MarkdownWords inline={part.inline} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <MarkdownWords inline={part.inline} />
        </em>
      );
    case 'deleted':
      return (
        <del>
          <MarkdownWords inline={part.inline} />
        </del>
      );
    case 'link':
      return part.href === undefined ? (
        <MarkdownWords inline={part.inline} />
      ) : (
        <a href={part.href} title={part.href} target="_blank" rel="noopener noreferrer">
          <MarkdownWords inline={part.inline} />
        </a>
      );
    case 'image':
      return (
        <span data-picture>
          <Image size={14} aria-hidden /> {part.text === '' ? t.pictureLeftOut : shown(part.text)}
        </span>
      );
    case 'break':
    default:
      return <br />;
  }
}

function shown(text: string): string {
  return revealHidden(text)
    .map((piece) => piece.text)
    .join('');
}

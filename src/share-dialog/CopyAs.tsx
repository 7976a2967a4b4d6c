import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { formatLink, type LinkFormat, type NamedLink } from '#links/linkFormats.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/copyText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import styles from './ShareDialog.module.css';

export interface CopyAsProps {
  readonly link: NamedLink;
  readonly onCopied: () => void;
}

/** The link as other places want it pasted. */
export function CopyAs({ link, onCopied }: CopyAsProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const announce = useAnnounce();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [said, setSaid] = useState<{ readonly url: string; readonly text: string }>();

  async function copy(format: LinkFormat, label: string): Promise<void> {
    const worked = await copyText(formatLink(format, link));
    const text = worked ? words.copiedAs(label) : t.copyFailed;
    setSaid({ url: link.url, text });
    announce(text);
    if (worked) onCopied();
  }

  const formats: readonly (readonly [LinkFormat, string])[] = [
    ['url', words.formatUrl],
    ['markdown', 'Markdown'],
    ['html', 'HTML'],
    ['curl', words.formatCommand('curl')],
    ['wget', words.formatCommand('wget')],
  ];
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {words.copyAs}
        <ChevronDown size={15} />
      </Button>
      {said?.url === link.url && (
        <span className={styles.said} aria-hidden>
          {said.text}
        </span>
      )}
      {anchor !== undefined && (
        <ActionMenu
          label={words.copyAs}
          anchor={anchor}
          groups={[{ actions: formats.map(([id, label]) => ({ id, label, onAction: () => void copy(id, label) })) }]}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </>
  );
}

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#text/useText.ts';
import { Button, type ButtonProps } from './Button.tsx';
import styles from './CopyButton.module.css';
import { copyText } from './copyText.ts';
import { useAnnounce } from './useAnnounce.ts';

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'icon'> {
  readonly text: string;
  readonly label: string;
  /** Said after it worked. */
  readonly copiedText?: string;
  readonly onCopied?: (() => void) | undefined;
}

/** Copies on click and says whether that worked. The button keeps its name, so it can be found and pressed again. */
export function CopyButton({ text, label, copiedText, onCopied, ...rest }: CopyButtonProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const [copied, setCopied] = useState<{ readonly text: string; readonly worked: boolean }>();
  const latest = copied?.text === text ? copied : undefined;

  async function copy() {
    const worked = await copyText(text);
    setCopied({ text, worked });
    if (worked) onCopied?.();
    announce(worked ? (copiedText ?? t.copied) : t.copyFailed);
  }

  return (
    <>
      <Button
        {...rest}
        icon={latest?.worked === true ? <Check size={16} /> : <Copy size={16} />}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      {latest !== undefined && (
        <span className={styles.said} aria-hidden>
          {latest.worked ? (copiedText ?? t.copied) : t.copyFailed}
        </span>
      )}
    </>
  );
}

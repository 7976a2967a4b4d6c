import { Copy, Inbox, X } from 'lucide-react';
import { displayName } from '#text/displayName.ts';
import { madeLinks as en } from '#text/en/madeLinks.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { madeLinks as zh } from '#text/zh/madeLinks.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './MyLinksDialog.module.css';

/** One link as it is shown. */
export interface MyLink {
  readonly id: string;
  readonly kind: string;
  /** Full key of the first object. */
  readonly key: string;
  /** How many there are. */
  readonly count: number;
  readonly place: string;
  /** Undefined where nobody wrote it down. */
  readonly madeAt?: Date;
  readonly expiresAt: Date;
  /** Why it cannot be made again from here. */
  readonly whyNot: string | undefined;
}

export interface MyLinkRowProps {
  readonly link: MyLink;
  readonly now: number;
  readonly isBusy: boolean;
  readonly onCopy: () => void;
  /** Of an upload request: the person wants to see what it brought. */
  readonly onArrived: () => void;
  readonly onForget: () => void;
}

/** To what, of which kind, how long it still lives, and the ways to have it again or forget it. */
export function MyLinkRow({ link, now, isBusy, onCopy, onArrived, onForget }: MyLinkRowProps) {
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const name = displayName(link.key).text || t.emptyName;
  const seconds = Math.floor((link.expiresAt.getTime() - now) / 1000);
  const end = seconds > 0 ? words.endsIn(formats.duration(seconds)) : words.ended(formats.dateTime(link.expiresAt));
  const facts = [
    words.kinds[link.kind] ?? link.kind,
    link.place,
    ...(link.madeAt === undefined ? [] : [words.made(formats.dateTime(link.madeAt))]),
  ];
  const others = link.count > 1 ? ` ${words.more(link.count - 1)}` : '';
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
          {others}
        </p>
        <p className={styles.facts}>
          <span className={seconds > 0 ? styles.alive : undefined}>{end}</span>
          {facts.map((fact) => ` · ${fact}`)}
        </p>
      </div>
      {link.kind === 'request' ? (
        <Button size="small" icon={<Inbox size={14} />} aria-label={words.arrivedAt(name)} onClick={onArrived}>
          {words.arrived}
        </Button>
      ) : (
        <Button
          size="small"
          icon={<Copy size={14} />}
          aria-label={words.copyOne(name)}
          aria-busy={isBusy}
          disabled={link.whyNot !== undefined}
          title={link.whyNot}
          onClick={onCopy}
        >
          {words.copy}
        </Button>
      )}
      <IconButton size="small" label={words.forgetOne(name)} icon={<X size={15} />} onClick={onForget} />
    </li>
  );
}

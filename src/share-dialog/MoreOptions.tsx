import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { LinkOrigin } from '#links/linkOrigins.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import styles from './MoreOptions.module.css';
import type { LinkDraft, LinkDraftProblems } from './parseLinkDraft.ts';

export interface MoreOptionsProps {
  /** The object's last name part: what an empty name means. */
  readonly name: string;
  readonly draft: LinkDraft;
  readonly problems: LinkDraftProblems | undefined;
  readonly origins: readonly LinkOrigin[];
  readonly onChange: (change: Partial<LinkDraft>) => void;
}

/** What few links need: another name, another type, a limit, another address. */
export function MoreOptions({ name, draft, problems, origins, onChange }: MoreOptionsProps) {
  const words = useTopic({ en, zh });
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const shows = isOpen || problems !== undefined;
  return (
    <div className={styles.more}>
      <Button
        look="quiet"
        size="small"
        className={styles.toggle}
        icon={<ChevronRight size={15} className={styles.arrow} data-open={shows} />}
        aria-expanded={shows}
        aria-controls={id}
        onClick={() => setIsOpen(!shows)}
      >
        {words.moreOptions}
      </Button>
      {shows && (
        <div id={id} className={styles.fields}>
          <Field label={words.fileName}>
            {(field) => (
              <input
                {...field}
                autoComplete="off"
                placeholder={name}
                value={draft.fileName}
                onChange={(event) => onChange({ fileName: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={words.contentType}
            problem={problems?.contentType === true ? words.contentTypeWrong : undefined}
          >
            {(field) => (
              <input
                {...field}
                autoComplete="off"
                spellCheck={false}
                placeholder={draft.disposition === 'inline' ? words.asStored : 'application/octet-stream'}
                value={draft.contentType}
                onChange={(event) => onChange({ contentType: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.speedLimit} problem={problems?.limit === true ? words.speedLimitOutside : undefined}>
            {(field) => (
              <input
                {...field}
                inputMode="decimal"
                autoComplete="off"
                placeholder={words.noSpeedLimit}
                value={draft.limit}
                onChange={(event) => onChange({ limit: event.target.value })}
              />
            )}
          </Field>
          {origins.length > 1 && (
            <Field label={words.address}>
              {(field) => (
                <select {...field} value={draft.origin} onChange={(event) => onChange({ origin: event.target.value })}>
                  {origins.map(({ origin, host, isDefault }) => (
                    <option key={origin} value={origin}>
                      {isDefault ? host : words.ownDomain(host)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
      )}
    </div>
  );
}

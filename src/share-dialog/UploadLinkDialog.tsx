import { useState, type FormEvent } from 'react';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ShareLink } from '#links/ShareLink.ts';
import { uploadLink as en } from '#text/en/uploadLink.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadLink as zh } from '#text/zh/uploadLink.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { Field } from '#ui/Field.tsx';
import { LifeField } from './LifeField.tsx';
import { DEFAULT_LIFE_SECONDS } from './lifeChoices.ts';
import styles from './ShareDialog.module.css';
import { UploadLinkResult } from './UploadLinkResult.tsx';

export interface UploadLinkDialogProps {
  /** The folder's name, as it is shown. */
  readonly place: string;
  /** Names that are taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
  readonly createLink: (name: string, lifeSeconds: number) => Promise<ShareLink>;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  /** The link was copied. */
  readonly onMade?: (name: string, link: ShareLink) => void;
  readonly onClose: () => void;
}

type Outcome =
  | { readonly name: string; readonly link: ShareLink }
  | { readonly failure: Failure }
  | 'making'
  | undefined;

/** A link by which somebody without an account sends one file, under a name that is decided here. */
export function UploadLinkDialog({ place, isTaken, createLink, now, onMade, onClose }: UploadLinkDialogProps) {
  const words = useTopic({ en, zh });
  const [name, setName] = useState('');
  const [lifeSeconds, setLifeSeconds] = useState<number | undefined>(DEFAULT_LIFE_SECONDS);
  const [problem, setProblem] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();

  async function make(): Promise<void> {
    const wanted = name.trim().normalize('NFC');
    const wrong =
      wanted === '' || wanted.startsWith('/') || wanted.endsWith('/')
        ? words.nameWrong
        : isTaken(wanted)
          ? words.nameTaken
          : undefined;
    setProblem(wrong);
    if (wrong !== undefined || lifeSeconds === undefined) return;
    setOutcome('making');
    try {
      setOutcome({ name: wanted, link: await createLink(wanted, lifeSeconds) });
    } catch (error) {
      setOutcome(isAbortError(error) ? undefined : { failure: toFailure(error) });
    }
  }

  return (
    <Dialog title={words.uploadLinkTitle(place)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void make();
        }}
      >
        <p className={styles.lead}>{words.uploadLinkLead}</p>
        <Field label={words.uploadedName} hint={words.uploadedNameHint} problem={problem}>
          {(field) => (
            <input
              {...field}
              autoComplete="off"
              spellCheck={false}
              value={name}
              onChange={(event) => {
                setName(event.target.value);
                setProblem(undefined);
                setOutcome(undefined);
              }}
            />
          )}
        </Field>
        <LifeField
          onChange={(seconds) => {
            setLifeSeconds(seconds);
            setOutcome(undefined);
          }}
        />
        {(outcome === undefined || outcome === 'making') && (
          <div className={styles.buttons}>
            <Button look="primary" type="submit" disabled={outcome === 'making' || lifeSeconds === undefined}>
              {words.makeUploadLink}
            </Button>
          </div>
        )}
      </form>
      {typeof outcome === 'object' && 'failure' in outcome && (
        <FailureNotice failure={outcome.failure} onRetry={() => void make()} />
      )}
      {typeof outcome === 'object' && 'link' in outcome && (
        <div className={styles.result}>
          <UploadLinkResult {...outcome} now={now} onHandedOut={() => onMade?.(outcome.name, outcome.link)} />
        </div>
      )}
    </Dialog>
  );
}

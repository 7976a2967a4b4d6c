import { useEffect, useId, useRef, useState } from 'react';
import { isAbortError } from '#lib/Failure.ts';
import { explainAnswer, type LinkAnswer } from '#links/explainAnswer.ts';
import type { LinkFacts } from '#links/LinkFacts.ts';
import { linkInspector as en } from '#text/en/linkInspector.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkInspector as zh } from '#text/zh/linkInspector.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';
import styles from './InspectorDialog.module.css';
import { LinkFactList } from './LinkFactList.tsx';
import { VerdictView } from './VerdictView.tsx';

export interface InspectorDialogProps {
  /** Inspected at once when there is one. */
  readonly initial: string;
  /** Undefined for what is no address. */
  readonly inspect: (text: string) => LinkFacts | undefined;
  /** Opens it, where that may be done. */
  readonly ask: (facts: LinkFacts, signal: AbortSignal) => Promise<LinkAnswer>;
  readonly onClose: () => void;
}

interface Inspected {
  readonly facts: LinkFacts;
  readonly answer?: LinkAnswer;
}

/** Paste any link: who signed it, for when and what, and exactly why it fails. What was pasted is gone with the dialog. */
export function InspectorDialog({ initial, inspect, ask, onClose }: InspectorDialogProps) {
  const words = useTopic({ en, zh });
  const announce = useAnnounce();
  const id = useId();
  const [text, setText] = useState(initial);
  const [isNone, setIsNone] = useState(false);
  const [inspected, setInspected] = useState<Inspected>();
  const asking = useRef<AbortController>(undefined);

  function go(wanted: string): void {
    asking.current?.abort();
    const facts = inspect(wanted);
    setIsNone(facts === undefined);
    setInspected(facts && { facts });
    if (facts === undefined) return;
    const stop = new AbortController();
    asking.current = stop;
    ask(facts, stop.signal).then(
      (answer) => {
        setInspected({ facts, answer });
        announce(words.verdicts[explainAnswer(facts, answer).code].join(' '));
      },
      (error: unknown) => {
        if (!isAbortError(error)) throw error;
      },
    );
  }

  useEffect(() => {
    if (initial !== '') go(initial);
    return () => asking.current?.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- once, for what the dialog was opened with
  }, []);

  const answer = inspected?.answer;
  return (
    <Dialog title={words.title} width="wide" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go(text);
        }}
      >
        <label htmlFor={id}>{words.field}</label>
        <div className={styles.line}>
          <textarea
            id={id}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog the person just opened
            autoFocus
            rows={3}
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={isNone}
            aria-describedby={`${id}-hint`}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              go(text);
            }}
          />
          <Button look="primary" type="submit">
            {words.inspect}
          </Button>
        </div>
        <p id={`${id}-hint`} className={isNone ? styles.problem : styles.hint}>
          {isNone ? words.notALink : words.hint}
        </p>
      </form>
      <div aria-busy={inspected !== undefined && answer === undefined}>
        {inspected !== undefined && answer === undefined && <p className={styles.hint}>{words.asking}</p>}
        {inspected !== undefined && answer !== undefined && (
          <VerdictView verdict={explainAnswer(inspected.facts, answer)} answer={answer} />
        )}
      </div>
      {inspected !== undefined && answer !== undefined && <LinkFactList facts={inspected.facts} answer={answer} />}
    </Dialog>
  );
}

import { FolderSync } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { Collected } from '#files/Collected.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import { uploadChanges as en } from '#text/en/uploadChanges.ts';
import { uploadChanges as zh } from '#text/zh/uploadChanges.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { PlanView } from './PlanView.tsx';
import styles from './UploadChangesDialog.module.css';
import type { PlanProgress, UploadPlan } from './UploadPlan.ts';

export interface UploadChangesDialogProps<Source> {
  /** Where it would go, as people call it. */
  readonly targetName: string;
  readonly pickFolder: () => Promise<readonly Collected[]>;
  /** Call it inside the `drop` event. */
  readonly readDrop: (transfer: DataTransfer) => AsyncIterable<Collected>;
  readonly makePlan: (
    found: AsyncIterable<Collected> | Iterable<Collected>,
    onProgress: (progress: PlanProgress) => void,
    signal: AbortSignal,
  ) => Promise<UploadPlan<Source>>;
  readonly onUpload: (plan: UploadPlan<Source>) => void;
  readonly onClose: () => void;
}

type Stage<Source> =
  | { readonly name: 'choosing' }
  | { readonly name: 'comparing'; readonly progress: PlanProgress | undefined }
  | { readonly name: 'ready'; readonly plan: UploadPlan<Source> }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Compares a folder with the bucket, shows what would be sent, and sends that. It deletes nothing. */
export function UploadChangesDialog<Source>(props: UploadChangesDialogProps<Source>) {
  const { targetName, pickFolder, readDrop, makePlan, onUpload, onClose } = props;
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [stage, setStage] = useState<Stage<Source>>({ name: 'choosing' });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  async function compare(found: AsyncIterable<Collected> | readonly Collected[]): Promise<void> {
    if (Array.isArray(found) && found.length === 0) return;
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    setStage({ name: 'comparing', progress: undefined });
    try {
      const plan = await makePlan(
        found,
        throttled((progress) => setStage({ name: 'comparing', progress })),
        signal,
      );
      signal.throwIfAborted();
      setStage({ name: 'ready', plan });
    } catch (error) {
      if (!isAbortError(error)) setStage({ name: 'failed', failure: toFailure(error) });
    }
  }

  /** Into the dialog, and not through it into the list behind. */
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    void compare(readDrop(event.dataTransfer));
  }

  const toSend = stage.name === 'ready' ? stage.plan.changes.filter(isSent).length : 0;
  return (
    <Dialog
      title={words.uploadChanges}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {stage.name === 'ready' && toSend + stage.plan.newFolders.length > 0 && (
            <Button look="primary" onClick={() => onUpload(stage.plan)}>
              {toSend > 0 ? words.uploadCount(toSend) : words.makeFolders(stage.plan.newFolders.length)}
            </Button>
          )}
        </>
      }
    >
      {(stage.name === 'choosing' || stage.name === 'failed') && (
        <div className={styles.choose} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
          <FolderSync size={34} strokeWidth={1.5} aria-hidden />
          <p>{words.uploadChangesAdvice(targetName)}</p>
          <Button look="primary" onClick={() => void pickFolder().then(compare)}>
            {words.chooseFolder}
          </Button>
        </div>
      )}
      {stage.name === 'failed' && <FailureNotice failure={stage.failure} />}
      {stage.name === 'comparing' && <Comparing progress={stage.progress} />}
      {stage.name === 'ready' && <PlanView plan={stage.plan} />}
    </Dialog>
  );
}

function Comparing({ progress }: { readonly progress: PlanProgress | undefined }) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const { filesFound = 0, objectsListed = 0, toCompare = 0, compared = 0 } = progress ?? {};
  const said =
    toCompare === 0
      ? words.planFinding(formats.number(filesFound), formats.number(objectsListed))
      : words.planComparing(formats.number(compared), formats.number(toCompare));
  return (
    <div className={styles.comparing}>
      <p>{said}</p>
      <ProgressBar label={words.uploadChanges} fraction={toCompare === 0 ? 0 : compared / toCompare} valueText={said} />
    </div>
  );
}

function isSent({ kind }: UploadPlan<unknown>['changes'][number]): boolean {
  return kind === 'new' || kind === 'changed';
}

const DRAW_EVERY_MS = 100;

/** Progress comes by the thousand per second; a few drawings are enough. */
function throttled(draw: (progress: PlanProgress) => void): (progress: PlanProgress) => void {
  let drawnAt = 0;
  return (progress) => {
    if (performance.now() - drawnAt < DRAW_EVERY_MS) return;
    drawnAt = performance.now();
    draw({ ...progress });
  };
}

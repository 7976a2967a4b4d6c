import { useEffect, useId, useState } from 'react';
import type { ObjectHead, ObjectTags } from '#cos/CosObject.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ObjectEdit } from '#operations/ObjectEdit.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { draftOf, EMPTY_DRAFT, type EditDraft } from './EditDraft.ts';
import { EditForm } from './EditForm.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

/** What is said of the one object that is edited. */
export interface EditedObject {
  readonly head: ObjectHead;
  readonly storageClass: string;
  /** Why not, where these keys cannot read them. */
  readonly tags: ObjectTags | { readonly failure: Failure };
}

export interface EditDialogProps {
  readonly title: string;
  /** Reads the one object; undefined when many are edited. */
  readonly load: ((signal: AbortSignal) => Promise<EditedObject>) | undefined;
  /** Some of it is archived, as far as is known. */
  readonly isArchived: boolean;
  /** These keys cannot read access lists, so objects that are copied get the bucket's. */
  readonly losesAcl: boolean;
  /** Something is different. */
  readonly onSave: (edit: ObjectEdit) => void;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'loading' }
  | { readonly name: 'failed'; readonly failure: Failure }
  | { readonly name: 'ready'; readonly before: EditDraft; readonly tagsFailure?: Failure };

/** Changes what is said about one object, or about many at once. Nothing changes before `Save`. */
export function EditDialog({ title, load, isArchived, losesAcl, onSave, onClose }: EditDialogProps) {
  const { t } = useLateText();
  const [stage, setStage] = useState<Stage>(load ? { name: 'loading' } : { name: 'ready', before: EMPTY_DRAFT });
  const [tries, setTries] = useState(0);
  const formId = useId();
  useEffect(() => {
    if (load === undefined) return undefined;
    const stop = new AbortController();
    load(stop.signal).then(
      (object) => setStage(stageOf(object)),
      (error: unknown) => {
        if (!isAbortError(error)) setStage({ name: 'failed', failure: toFailure(error) });
      },
    );
    return () => stop.abort();
    // The loader is the same for as long as the dialog is open.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, [tries]);

  function retry(): void {
    setStage({ name: 'loading' });
    setTries(tries + 1);
  }

  return (
    <Dialog
      title={title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" form={formId} disabled={stage.name !== 'ready'}>
            {t.saveDetails}
          </Button>
        </>
      }
    >
      {stage.name === 'loading' && <ViewWaiting />}
      {stage.name === 'failed' && <FailureNotice failure={stage.failure} onRetry={retry} />}
      {stage.name === 'ready' && (
        <EditForm
          formId={formId}
          before={stage.before}
          areMany={load === undefined}
          tagsFailure={stage.tagsFailure}
          isArchived={isArchived}
          losesAcl={losesAcl}
          onSave={(edit) => {
            onClose();
            onSave(edit);
          }}
        />
      )}
    </Dialog>
  );
}

function stageOf({ head, storageClass, tags }: EditedObject): Stage {
  const failure = isFailure(tags) ? tags.failure : undefined;
  const before = draftOf(head, storageClass, isFailure(tags) ? {} : tags);
  return { name: 'ready', before, ...(failure === undefined ? {} : { tagsFailure: failure }) };
}

function isFailure(tags: EditedObject['tags']): tags is { readonly failure: Failure } {
  return typeof tags.failure === 'object';
}

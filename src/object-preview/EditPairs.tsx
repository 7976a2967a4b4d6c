import type { Failure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { PairFields } from '#ui/PairFields.tsx';
import type { EditDraft } from './EditDraft.ts';
import { KeepChoice } from './KeepChoice.tsx';
import type { DraftProblems } from './readDraft.ts';

export interface EditPairsProps {
  readonly draft: EditDraft;
  readonly change: (part: Partial<EditDraft>) => void;
  readonly problems: DraftProblems | undefined;
  readonly areMany: boolean;
  readonly tagsFailure: Failure | undefined;
}

/** Metadata and tags: as many names and values as wanted. */
export function EditPairs({ draft, change, problems, areMany, tagsFailure }: EditPairsProps) {
  const { t } = useLateText();
  const metadataWords = { name: t.metadataNameWrong, twice: t.metadataTwice, noValue: t.metadataNoValue };
  const tagWords = { noName: t.tagNoName, twice: t.tagTwice, signs: t.tagSigns, tooLong: t.tagTooLong };
  return (
    <>
      <PairFields
        legend={t.editMetadata}
        prefix="x-cos-meta-"
        pairs={draft.metadata}
        onChange={(metadata) => change({ metadata })}
        problems={problems && inWords(problems.metadata, metadataWords)}
        problem={problems?.isMetadataTooLarge === true ? t.metadataTooLarge : undefined}
        labels={{ name: t.metadataName, value: t.metadataValue, remove: t.metadataRemove, add: t.metadataAdd }}
      >
        {areMany && (
          <KeepChoice
            label={t.editMetadata}
            keeps={draft.keepsMetadata}
            onChoose={(keepsMetadata) => change({ keepsMetadata })}
          />
        )}
      </PairFields>
      {tagsFailure === undefined ? (
        <PairFields
          legend={t.editTags}
          pairs={draft.tags}
          onChange={(tags) => change({ tags })}
          problems={problems && inWords(problems.tags, tagWords)}
          problem={problems?.areTagsTooMany === true ? t.tagsTooMany : undefined}
          labels={{ name: t.tagName, value: t.tagValue, remove: t.tagRemove, add: t.tagAdd }}
        >
          {areMany && (
            <KeepChoice label={t.editTags} keeps={draft.keepsTags} onChoose={(keepsTags) => change({ keepsTags })} />
          )}
        </PairFields>
      ) : (
        <section aria-label={t.editTags}>
          <FailureNotice failure={tagsFailure} />
        </section>
      )}
    </>
  );
}

function inWords<Problem extends string>(
  problems: ReadonlyMap<number, Problem>,
  words: Readonly<Record<Problem, string>>,
): ReadonlyMap<number, string> {
  return new Map([...problems].map(([row, problem]) => [row, words[problem]]));
}

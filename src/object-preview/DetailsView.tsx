import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { isArchiveClass } from '#cos/storageClasses.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { AccessPart } from './AccessPart.tsx';
import { aclText } from './aclText.ts';
import { ArchiveNotice } from './ArchiveNotice.tsx';
import type { DeniedChanges } from './DeniedChanges.ts';
import styles from './DetailsView.module.css';
import { describeListed, describeObject } from './describeObject.ts';
import { aclQuery, headQuery, tagsQuery } from './detailsQueries.ts';
import { DetailsPart } from './DetailsPart.tsx';
import { FactList } from './FactList.tsx';
import type { ObjectSource } from './ObjectSource.ts';
import { TagList } from './TagList.tsx';
import { ViewWaiting } from './ViewWaiting.tsx';

export interface DetailsViewProps {
  readonly source: ObjectSource;
  readonly denied: DeniedChanges;
  /** Undefined for what cannot be changed, such as an older version. */
  readonly onEdit: (() => void) | undefined;
  readonly onAccess: (() => void) | undefined;
  readonly onRestore: (() => void) | undefined;
}

/** What the bucket says about an object, part by part: what one refusal hides, the others still show. */
export function DetailsView({ source, denied, onEdit, onAccess, onRestore }: DetailsViewProps) {
  const text = useLateText();
  const { t } = text;
  const head = useQuery(headQuery(source));
  const tags = useQuery({ ...tagsQuery(source), enabled: denied.seeTags === undefined });
  const acl = useQuery({ ...aclQuery(source), enabled: denied.seeAccess === undefined });
  const hasFailed = head.data === undefined && head.error !== null && !head.isFetching && !isAbortError(head.error);
  if (head.data === undefined && !hasFailed) return <ViewWaiting />;

  const { facts, metadata, others } =
    head.data === undefined
      ? describeListed(source, text)
      : // The header may be hidden; the listing always tells the class.
        describeObject(source.key, { storageClass: source.listed?.storageClass ?? 'STANDARD', ...head.data }, text);
  const all = [...facts, ...metadata, ...others].map(([name, value]) => `${name}: ${value}`).join('\n');
  const isArchived = isArchiveClass(head.data?.storageClass ?? source.listed?.storageClass ?? '');
  return (
    <div className={styles.details}>
      {isArchived && (
        <ArchiveNotice restore={head.data?.restore} denied={denied.restoreArchived} onRestore={onRestore} />
      )}
      {hasFailed && <FailureNotice failure={toFailure(head.error)} onRetry={() => void head.refetch()} />}
      {hasFailed && facts.length > 0 && <p className={styles.note}>{t.listedFacts}</p>}
      <FactList title={t.aboutObject} facts={facts}>
        <Button
          size="small"
          icon={<Pencil size={14} />}
          disabled={!onEdit || denied.edit !== undefined}
          title={denied.edit}
          onClick={onEdit}
        >
          {t.editDetails}
        </Button>
      </FactList>
      <DetailsPart title={t.tags} query={tags} denied={denied.seeTags}>
        {(data) => <TagList tags={data} />}
      </DetailsPart>
      <DetailsPart title={t.whoMayRead} query={acl} denied={denied.seeAccess}>
        {(data) => <p>{aclText(data, text)}</p>}
      </DetailsPart>
      <AccessPart
        plainUrl={acl.data?.canned === 'public-read' || source.isUnsigned ? source.plainUrl : undefined}
        denied={denied.access}
        onChange={onAccess}
      />
      {head.data !== undefined && (
        <>
          <FactList title={t.userMetadata} facts={metadata} ifEmpty={t.noMetadata} />
          <FactList title={t.otherHeaders} facts={others} />
          <p className={styles.note}>{t.headersMayBeHidden}</p>
        </>
      )}
      <div>
        <CopyButton size="small" label={t.copyDetails} text={all} />
      </div>
    </div>
  );
}

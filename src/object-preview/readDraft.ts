import { readMetadataRows, type MetadataRows } from '#cos/readMetadataRows.ts';
import { readTagRows, type TagRows } from '#cos/readTagRows.ts';
import type { NamedValues, ObjectEdit } from '#operations/ObjectEdit.ts';
import type { EditDraft } from './EditDraft.ts';

export interface DraftProblems {
  readonly contentType: boolean;
  readonly cacheControl: boolean;
  readonly contentDisposition: boolean;
  readonly metadata: MetadataRows['problems'];
  readonly isMetadataTooLarge: boolean;
  readonly tags: TagRows['problems'];
  readonly areTagsTooMany: boolean;
}

export interface ReadDraft {
  /** Undefined when nothing is wrong. */
  readonly problems: DraftProblems | undefined;
  /** Only what is different from before; empty when nothing is. */
  readonly edit: ObjectEdit;
  /** Objects must be copied onto themselves for it. */
  readonly isRewrite: boolean;
}

const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;[\x20-\x7e]*)?$/;
/** What a header can carry. */
const HEADER = /^[\x20-\x7e]*$/;

/**
 * What the person wants, from the fields as they were and as they are. Of many objects the fields began empty, so there
 * what is empty is no wish.
 */
export function readDraft(before: EditDraft, draft: EditDraft): ReadDraft {
  const metadata = readMetadataRows(draft.metadata);
  const tags = readTagRows(draft.tags);
  const differs = (field: 'contentType' | 'cacheControl' | 'contentDisposition' | 'storageClass'): boolean =>
    draft[field].trim() !== before[field];
  const problems: DraftProblems = {
    contentType: differs('contentType') && !TYPE.test(draft.contentType.trim()),
    cacheControl: !HEADER.test(draft.cacheControl),
    contentDisposition: !HEADER.test(draft.contentDisposition),
    metadata: metadata.problems,
    isMetadataTooLarge: metadata.isTooLarge,
    tags: tags.problems,
    areTagsTooMany: tags.areTooMany,
  };
  const headers = {
    ...(differs('contentType') ? { contentType: draft.contentType.trim() } : {}),
    ...(differs('cacheControl') ? { cacheControl: draft.cacheControl.trim() } : {}),
    ...(differs('contentDisposition') ? { contentDisposition: draft.contentDisposition.trim() } : {}),
    ...(differs('storageClass') ? { storageClass: draft.storageClass } : {}),
    ...wishFor('metadata', metadata.metadata, draft.keepsMetadata, {
      values: readMetadataRows(before.metadata).metadata,
      keepsOthers: before.keepsMetadata,
    }),
  };
  return {
    problems: isFine(problems) ? undefined : problems,
    edit: {
      ...headers,
      ...wishFor('tags', tags.tags, draft.keepsTags, {
        values: readTagRows(before.tags).tags,
        keepsOthers: before.keepsTags,
      }),
    },
    isRewrite: Object.keys(headers).length > 0,
  };
}

/** Nothing to add is no wish, and the same set as before neither; but to replace all that many have by nothing is one. */
function wishFor<Name extends 'metadata' | 'tags'>(
  name: Name,
  values: Readonly<Record<string, string>>,
  keepsOthers: boolean,
  before: NamedValues,
): Partial<Record<Name, NamedValues>> {
  const isSame = keepsOthers ? Object.keys(values).length === 0 : !before.keepsOthers && isEqual(values, before.values);
  return isSame ? {} : ({ [name]: { values, keepsOthers } } as Record<Name, NamedValues>);
}

function isEqual(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

function isFine({ metadata, tags, ...others }: DraftProblems): boolean {
  return metadata.size === 0 && tags.size === 0 && !Object.values(others).some(Boolean);
}

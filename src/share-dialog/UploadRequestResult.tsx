import { FolderInput } from 'lucide-react';
import type { MadeUploadRequest } from '#links/createUploadRequest.ts';
import { baseName } from '#cos/objectKey.ts';
import { requestFiles as en } from '#text/en/requestFiles.ts';
import { sharing as enSharing } from '#text/en/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { requestFiles as zh } from '#text/zh/requestFiles.ts';
import { sharing as zhSharing } from '#text/zh/sharing.ts';
import { HandOutLink } from './HandOutLink.tsx';
import { Note } from './Note.tsx';

export interface UploadRequestResultProps {
  readonly made: MadeUploadRequest & { readonly url: string };
  readonly folderName: string;
  readonly keepsVersions: boolean;
  readonly now: () => number;
}

/** The link, when it really ends, where the files will be, and what cannot be undone. */
export function UploadRequestResult({ made, folderName, keepsVersions, now }: UploadRequestResultProps) {
  const words = useTopic({ en, zh });
  const sharing = useTopic({ en: enSharing, zh: zhSharing });
  const { url, expiresAt, limitedBy, narrowed, prefix } = made;
  return (
    <HandOutLink {...{ url, expiresAt, now }} name={folderName} ended={words.requestLinkEnded}>
      <Note icon={<FolderInput size={15} aria-hidden />}>{words.arrivesIn(`${folderName}/${baseName(prefix)}`)}</Note>
      <Note>{words.forgotten}</Note>
      {limitedBy === 'credentials' && <Note>{sharing.limitedByKey}</Note>}
      {!narrowed && <Note>{words.notNarrowed}</Note>}
      {keepsVersions && <Note>{words.keepsVersions}</Note>}
      <Note>{words.cannotRevoke}</Note>
    </HandOutLink>
  );
}

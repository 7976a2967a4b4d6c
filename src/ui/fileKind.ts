export const FILE_KINDS = ['image', 'video', 'audio', 'pdf', 'text', 'data', 'archive', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const KINDS: readonly (readonly [FileKind, string])[] = [
  ['image', 'png jpg jpeg gif webp avif svg bmp ico heic tif tiff psd'],
  ['video', 'mp4 webm mov mkv avi m4v mpg mpeg'],
  ['audio', 'mp3 wav flac ogg opus m4a aac'],
  ['pdf', 'pdf'],
  ['text', 'txt md rtf doc docx odt pages log html htm'],
  ['data', 'csv tsv json xml yaml yml xls xlsx ods sql parquet ts js py go rs c h css'],
  ['archive', 'zip gz tgz tar bz2 xz 7z rar zst iso dmg apk'],
];
const BY_EXTENSION = new Map(
  KINDS.flatMap(([kind, extensions]) => extensions.split(' ').map((extension) => [extension, kind] as const)),
);

/** What a name's last extension suggests. It picks an icon and nothing else: names may lie. */
export function fileKind(name: string): FileKind {
  const dot = name.lastIndexOf('.');
  return (dot < 0 ? undefined : BY_EXTENSION.get(name.slice(dot + 1).toLowerCase())) ?? 'other';
}

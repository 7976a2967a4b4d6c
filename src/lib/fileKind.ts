export type FileKind = 'image' | 'video' | 'audio' | 'pdf' | 'text' | 'sheet' | 'code' | 'archive' | 'other';

const KINDS: readonly (readonly [FileKind, string])[] = [
  ['image', 'png jpg jpeg gif webp avif svg bmp ico heic heif tif tiff psd'],
  ['video', 'mp4 webm mov mkv avi m4v mpg mpeg'],
  ['audio', 'mp3 wav flac ogg opus m4a aac'],
  ['pdf', 'pdf'],
  ['text', 'txt md rtf doc docx odt pages ppt pptx odp log html htm'],
  ['sheet', 'csv tsv xls xlsx ods numbers'],
  ['code', 'json xml yaml yml sql parquet ts tsx js jsx py go rs c h cpp java sh css'],
  ['archive', 'zip gz tgz tar bz2 xz 7z rar zst iso dmg apk'],
];
const BY_EXTENSION = new Map(
  KINDS.flatMap(([kind, extensions]) => extensions.split(' ').map((extension) => [extension, kind] as const)),
);

/** What a name's last extension suggests. It picks an icon and a filter, and nothing else: names may lie. */
export function fileKind(name: string): FileKind {
  return kindOfExtension(name.slice(name.lastIndexOf('.') + 1 || name.length).toLowerCase());
}

/** @param extension what is behind a name's last dot, in lower case; '' for none */
export function kindOfExtension(extension: string): FileKind {
  return BY_EXTENSION.get(extension) ?? 'other';
}

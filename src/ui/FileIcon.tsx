import { clsx } from 'clsx';
import { File, FileArchive, FileImage, FileMusic, FilePlay, FileSpreadsheet, FileText, Folder } from 'lucide-react';
import styles from './FileIcon.module.css';
import { fileKind, type FileKind } from './fileKind.ts';

const ICONS: Readonly<Record<FileKind, typeof File>> = {
  image: FileImage,
  video: FilePlay,
  audio: FileMusic,
  text: FileText,
  data: FileSpreadsheet,
  archive: FileArchive,
  pdf: FileText,
  other: File,
};

/** A picture of what a thing seems to be. Decoration only: the name says it too. */
export function FileIcon({ name, isFolder = false }: { readonly name: string; readonly isFolder?: boolean }) {
  const kind = fileKind(name);
  const Icon = isFolder ? Folder : ICONS[kind];
  return (
    <Icon
      size={20}
      strokeWidth={1.6}
      aria-hidden
      className={clsx(styles.icon, isFolder ? styles.folder : styles[kind])}
    />
  );
}

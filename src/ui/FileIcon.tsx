import { clsx } from 'clsx';
import {
  File,
  FileArchive,
  FileCode,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  Folder,
} from 'lucide-react';
import { fileKind, type FileKind } from '#lib/fileKind.ts';
import styles from './FileIcon.module.css';

const ICONS: Readonly<Record<FileKind, typeof File>> = {
  image: FileImage,
  video: FilePlay,
  audio: FileMusic,
  text: FileText,
  sheet: FileSpreadsheet,
  code: FileCode,
  archive: FileArchive,
  pdf: FileText,
  other: File,
};

export interface FileIconProps {
  readonly name: string;
  readonly isFolder?: boolean;
  /** Pixels. */
  readonly size?: number;
}

/** A picture of what a thing seems to be. Decoration only: the name says it too. */
export function FileIcon({ name, isFolder = false, size = 20 }: FileIconProps) {
  const kind = fileKind(name);
  const Icon = isFolder ? Folder : ICONS[kind];
  return (
    <Icon
      size={size}
      strokeWidth={size > 30 ? 1.2 : 1.6}
      aria-hidden
      className={clsx(styles.icon, isFolder ? styles.folder : styles[kind])}
    />
  );
}

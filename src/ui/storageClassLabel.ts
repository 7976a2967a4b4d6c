import type { Messages } from '#text/Messages.ts';

/** A storage class in words, with its code, which is what bills and other tools show; an unknown one as it is. */
export function storageClassLabel(storageClass: string, t: Messages): string {
  const words: Readonly<Record<string, string>> = {
    STANDARD: t.classStandard,
    STANDARD_IA: t.classInfrequent,
    INTELLIGENT_TIERING: t.classIntelligent,
    ARCHIVE: t.classArchive,
    DEEP_ARCHIVE: t.classDeepArchive,
    MAZ_STANDARD: t.classStandardZones,
    MAZ_STANDARD_IA: t.classInfrequentZones,
    MAZ_INTELLIGENT_TIERING: t.classIntelligentZones,
  };
  const word = Object.hasOwn(words, storageClass) ? words[storageClass] : undefined;
  return word === undefined ? storageClass : `${word} (${storageClass})`;
}

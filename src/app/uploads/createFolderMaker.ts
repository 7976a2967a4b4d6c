import type { Prefix } from '#cos/objectKey.ts';
import { uploadKey } from '#files/uploadKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { UploadTarget } from './requestFor.ts';

/** What came of the empty folders of a drop. */
export interface FoldersMade {
  readonly emptyFolders: number;
  /** Empty folders that could not be made, and why. */
  readonly failedFolders: readonly { readonly relativePath: string; readonly failure: Failure }[];
}

export interface FolderMaker {
  /** @param relativePath ends with `/` */
  readonly make: (relativePath: string) => void;
  readonly end: () => Promise<FoldersMade>;
}

/** Makes folders one after the other, beside everything else: a thousand empty ones hold no file up. */
export function createFolderMaker(
  createFolder: (connectionId: string, prefix: Prefix) => Promise<void>,
  { connectionId, prefix, keepsNames }: UploadTarget,
): FolderMaker {
  const failedFolders: { relativePath: string; failure: Failure }[] = [];
  let emptyFolders = 0;
  let working = Promise.resolve();

  const make = async (relativePath: string): Promise<void> => {
    try {
      await createFolder(connectionId, uploadKey(prefix, relativePath, keepsNames));
      emptyFolders += 1;
    } catch (error) {
      failedFolders.push({ relativePath, failure: toFailure(error) });
    }
  };

  return {
    make: (relativePath) => {
      working = working.then(() => make(relativePath));
    },
    end: async () => {
      await working;
      return { emptyFolders, failedFolders };
    },
  };
}

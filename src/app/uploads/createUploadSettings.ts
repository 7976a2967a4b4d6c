import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseUploadSettings } from '#upload-dialogs/parseUploadSettings.ts';
import { NO_SETTINGS, type UploadSettings, type UploadSettingsDraft } from '#upload-dialogs/UploadSettings.ts';

export interface UploadSettingsState {
  /** As typed, for the dialog. */
  readonly draft: UploadSettingsDraft;
  readonly settings: UploadSettings;
}

/** The options of uploads to come. They hold until the tab is closed, reloads included. */
export interface UploadSettingsKeeper {
  readonly store: StoreApi<UploadSettingsState>;
  /** Only what `parseUploadSettings` accepts is taken. */
  readonly use: (draft: UploadSettingsDraft) => void;
}

export interface UploadSettingsOptions {
  /** Throws where the browser closes its storage to us. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly onSharedLimit: (bitsPerSecond: number | undefined) => void;
}

const NAME = 'beeline.uploadSettings';

export function createUploadSettings({ storage, onSharedLimit }: UploadSettingsOptions): UploadSettingsKeeper {
  const store = createStore<UploadSettingsState>(() => ({ draft: NO_SETTINGS, settings: {} }));

  function take(draft: UploadSettingsDraft): boolean {
    const parsed = parseUploadSettings(draft);
    if (!('settings' in parsed)) return false;
    store.setState({ draft, settings: parsed.settings });
    onSharedLimit(parsed.settings.sharedLimit);
    return true;
  }

  const kept = read(storage);
  if (kept !== undefined) take(kept);
  return {
    store,
    use: (draft) => {
      if (!take(draft)) return;
      try {
        storage().setItem(NAME, JSON.stringify(draft));
      } catch {
        // No room, or private mode: it holds for this page.
      }
    },
  };
}

function read(storage: UploadSettingsOptions['storage']): UploadSettingsDraft | undefined {
  try {
    const kept: unknown = JSON.parse(storage().getItem(NAME) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDraft(value: unknown): value is UploadSettingsDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { storageClass, ownLimit, sharedLimit, metadata } = value as Partial<Record<string, unknown>>;
  const isRow = (row: unknown): boolean =>
    typeof row === 'object' && row !== null && 'name' in row && 'value' in row && isText(row.name) && isText(row.value);
  return [storageClass, ownLimit, sharedLimit].every(isText) && Array.isArray(metadata) && metadata.every(isRow);
}

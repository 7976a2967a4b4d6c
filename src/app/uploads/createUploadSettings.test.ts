import { expect, test } from 'vitest';
import { NO_SETTINGS } from '#upload-dialogs/UploadSettings.ts';
import { createUploadSettings } from './createUploadSettings.ts';

function setup(kept: Record<string, string> = {}) {
  const limits: (number | undefined)[] = [];
  const storage = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => void (kept[name] = value),
  };
  const open = () => createUploadSettings({ storage: () => storage, onSharedLimit: (limit) => limits.push(limit) });
  return { open, limits, kept };
}

test('what was chosen holds over a reload, and the limit reaches the engine both times', () => {
  const { open, limits } = setup();
  open().use({ ...NO_SETTINGS, storageClass: 'ARCHIVE', sharedLimit: '1' });
  const { settings } = open().store.getState();
  expect(settings).toEqual({ options: { storageClass: 'ARCHIVE' }, sharedLimit: 8_000_000 });
  expect(limits).toEqual([8_000_000, 8_000_000]);
});

test('what is wrong is not taken', () => {
  const { open, limits, kept } = setup();
  const keeper = open();
  keeper.use({ ...NO_SETTINGS, sharedLimit: 'fast' });
  expect(keeper.store.getState().settings).toEqual({});
  expect([limits, Object.keys(kept)]).toEqual([[], []]);
});

test.each(['not json', '7', '{"storageClass":1}', '{"storageClass":"","ownLimit":"","sharedLimit":"","metadata":[0]}'])(
  'what somebody else put there is passed over: %s',
  (text) => {
    const { open } = setup({ 'beeline.uploadSettings': text });
    expect(open().store.getState()).toEqual({ draft: NO_SETTINGS, settings: {} });
  },
);

test('a browser without storage keeps it for the page', () => {
  const keeper = createUploadSettings({
    storage: () => {
      throw new DOMException('no', 'SecurityError');
    },
    onSharedLimit: () => undefined,
  });
  keeper.use({ ...NO_SETTINGS, storageClass: 'ARCHIVE' });
  expect(keeper.store.getState().settings.options).toEqual({ storageClass: 'ARCHIVE' });
});

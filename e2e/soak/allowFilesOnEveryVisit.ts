import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * A new Chromium profile whose person has answered "Allow on every visit" for these files on this site: the bubble with
 * that question cannot be clicked in a headless browser, and without an answer it waits for ever.
 *
 * The two entries are what Chromium 156 itself writes into `Preferences` for that answer.
 */
export function allowFilesOnEveryVisit(profile: string, origin: string, paths: readonly string[]): void {
  const forSite = (setting: unknown): unknown => ({
    [`${origin},*`]: { setting, last_modified: String(Date.now() * 1000) },
  });
  const files = paths.map((path) => ({ 'display-name': basename(path), 'is-directory': false, path, readable: true }));
  const exceptions = {
    file_system_access_chooser_data: forSite({ 'chosen-objects': files }),
    file_system_access_extended_permission: forSite(1),
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({ profile: { content_settings: { exceptions } } }),
  );
}

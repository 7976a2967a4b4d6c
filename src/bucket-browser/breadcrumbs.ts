import { DELIMITER, type Prefix } from '#cos/objectKey.ts';

export interface Crumb {
  readonly prefix: Prefix;
  /** Last name part; empty for the root and for empty-named levels. */
  readonly name: string;
}

/** Every level from the connection's root down to `prefix`. `a//b/` has an empty-named level, and shows it. */
export function breadcrumbs(rootPrefix: Prefix, prefix: Prefix): readonly Crumb[] {
  const crumbs: Crumb[] = [{ prefix: rootPrefix, name: '' }];
  let at = rootPrefix;
  for (const name of prefix.slice(rootPrefix.length).split(DELIMITER).slice(0, -1)) {
    at += name + DELIMITER;
    crumbs.push({ prefix: at, name });
  }
  return crumbs;
}

import type { sharing } from '#text/en/sharing.ts';

export interface LifeChoice {
  readonly seconds: number;
  readonly label: string;
}

export const DEFAULT_LIFE_SECONDS = 3600;

/** Lives offered by name; any other is typed in hours. */
export function lifeChoices(words: Readonly<typeof sharing>): readonly LifeChoice[] {
  return [
    { seconds: 900, label: words.life15Minutes },
    { seconds: 3600, label: words.life1Hour },
    { seconds: 43_200, label: words.life12Hours },
    { seconds: 86_400, label: words.life1Day },
    { seconds: 604_800, label: words.life7Days },
  ];
}

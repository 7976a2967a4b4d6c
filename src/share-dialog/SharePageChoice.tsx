import { sharePages as en } from '#text/en/sharePages.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePages as zh } from '#text/zh/sharePages.ts';
import { ChoicePills } from '#ui/ChoicePills.tsx';

/** What many objects are handed out as. */
export type HandOut = 'list' | 'page';

export interface SharePageChoiceProps {
  readonly value: HandOut;
  readonly onChange: (value: HandOut) => void;
}

/** A link to each, or one to a page with all of them. */
export function SharePageChoice({ value, onChange }: SharePageChoiceProps) {
  const words = useTopic({ en, zh });
  const choices: readonly (readonly [HandOut, string])[] = [
    ['list', words.asList],
    ['page', words.asPage],
  ];
  return <ChoicePills legend={words.handOut} value={value} choices={choices} onChoose={onChange} />;
}

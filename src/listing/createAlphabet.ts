import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import type { Alphabet } from './keySpace.ts';
import { nameInBlock } from './RowBlock.ts';

/** The letters of the names seen so far. */
export interface LearningAlphabet extends Alphabet {
  readonly learn: (rows: ObjectColumns) => void;
  /** Whatever place they stand at. */
  readonly anywhere: Alphabet;
}

/** Names looked at for their letters, of each page. */
const SAMPLES = 12;

/**
 * [Note: Letters of a kind] Where a digit stands in the names seen so far, any digit that occurs in names may stand; so
 * with small letters, capitals and the rest. Names that are numbered are then divided evenly, instead of between letters
 * and digits that never come there.
 *
 * @param avoids a letter that is not learnt
 */
export function createAlphabet(avoids: string | undefined): LearningAlphabet {
  const known = new Set<number>();
  const kindsAt: Set<Kind>[] = [];
  let letters: readonly number[] = [];
  let places: (readonly number[])[] = [];

  const lettersAt = (place: number): readonly number[] => {
    const ready = places[place];
    if (ready) return ready;
    const kinds = kindsAt[place];
    const found = kinds ? letters.filter((letter) => kinds.has(kindOf(letter))) : letters;
    places[place] = found;
    return found;
  };

  return {
    lettersAt,
    anywhere: { lettersAt: () => letters },
    learn: (rows) => {
      let isNew = false;
      const step = Math.max(1, Math.floor(rows.count / SAMPLES));
      for (let row = 0; row < rows.count; row += step) {
        let place = 0;
        for (const letter of nameInBlock({ columns: rows }, row)) {
          if (letter !== avoids) {
            const code = letter.codePointAt(0) ?? 0;
            const kinds = (kindsAt[place] ??= new Set());
            isNew ||= !known.has(code) || !kinds.has(kindOf(code));
            known.add(code);
            kinds.add(kindOf(code));
          }
          place += 1;
        }
      }
      if (!isNew) return;
      letters = [...known].toSorted((a, b) => a - b);
      places = [];
    },
  };
}

type Kind = 'digit' | 'capital' | 'small' | 'other';

function kindOf(code: number): Kind {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x41 && code <= 0x5a) return 'capital';
  return code >= 0x61 && code <= 0x7a ? 'small' : 'other';
}

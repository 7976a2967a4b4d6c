export interface PluralForms {
  readonly one?: string;
  readonly other: string;
}

/** Picks the form a language uses for `count` and puts the formatted number where `#` stands. */
export function pluralize(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  return (count, forms) => {
    const form = rules.select(count) === 'one' ? (forms.one ?? forms.other) : forms.other;
    return form.replace('#', number.format(count));
  };
}

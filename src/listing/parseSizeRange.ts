/** Both ends included; undefined is open. */
export interface SizeRange {
  readonly fromBytes?: number;
  readonly toBytes?: number;
}

/** `1000-5000`, `1000-`, `-5000`, in bytes; undefined for anything else. */
export function parseSizeRange(text: string): SizeRange | undefined {
  const [, from = '', to = ''] = /^(\d{0,15})-(\d{0,15})$/.exec(text) ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return {
    ...(from === '' ? {} : { fromBytes: Number(from) }),
    ...(to === '' ? {} : { toBytes: Number(to) }),
  };
}

/** Medians by name: `<scenario>/<way>/<what>`, for instance `1/beeline/seconds`. */
export type Figures = ReadonlyMap<string, number>;

/** Something the project wants to reach, stated as one number over or under a bound. */
export interface Goal {
  readonly number: string;
  readonly what: string;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  /** Undefined while what it needs was not measured. */
  readonly figure: (figures: Figures) => number | undefined;
}

/** How much faster than another way: 2 means half the time. */
function speed(way: string, than: string): Goal['figure'] {
  return quotient(`${than}/seconds`, `${way}/seconds`);
}

function quotient(above: string, below: string): Goal['figure'] {
  return (figures) => {
    const [dividend, divisor] = [figures.get(above), figures.get(below)];
    return dividend === undefined || divisor === undefined ? undefined : dividend / divisor;
  };
}

function plain(name: string): Goal['figure'] {
  return (figures) => figures.get(name);
}

const atLeast = (number: string, what: string, bound: number, figure: Goal['figure']): Goal => {
  return { number, what, bound: { atLeast: bound }, figure };
};
const atMost = (number: string, what: string, bound: number, figure: Goal['figure']): Goal => {
  return { number, what, bound: { atMost: bound }, figure };
};

export const GOALS: readonly Goal[] = [
  atLeast('1', 'big file, loopback, not verified, of plain fetch × 6', 0.85, speed('1/unverified', '1/raw6')),
  atLeast('1', 'big file, loopback, verified, of plain fetch × 6', 0.55, speed('1/beeline', '1/raw6')),
  atLeast('1', 'big file, loopback, not verified, times the SDK', 2, speed('1/unverified', '1/sdk')),
  atMost('1', 'CPU of the browser, not verified, of the SDK’s', 0.5, quotient('1/unverified/cpu', '1/sdk/cpu')),
  atLeast('2', 'big file, WAN, one host, of plain fetch × 6', 0.95, speed('2/beeline', '2/raw6')),
  atLeast('2', 'big file, WAN, one host, times the SDK', 3.8, speed('2/beeline', '2/sdk')),
  atLeast('2', 'big file, WAN, one host, times Uppy 6', 5, speed('2/beeline', '2/uppy')),
  atLeast('2', 'one name and a lane kept free, of plain fetch × 6', 0.8, speed('2/one-name', '2/raw6')),
  atLeast('3', 'big file, WAN, two hosts, of plain fetch × 12', 0.88, speed('3/beeline', '3/raw12')),
  atLeast('3', 'big file, WAN, two hosts, times the SDK', 7, speed('3/beeline', '3/sdk')),
  atLeast('3', 'big file, WAN, two hosts, times Uppy 6', 9, speed('3/beeline', '3/uppy')),
  atLeast('3', 'big file, WAN, two hosts, times Uppy 4', 1.7, speed('3/beeline', '3/uppy4')),
  atLeast('4', '2,000 small files, loopback, of plain forms × 6', 0.9, speed('4/beeline', '4/forms6')),
  atLeast('4', '2,000 small files, loopback, times the SDK', 1.7, speed('4/beeline', '4/sdk')),
  atLeast('4', '2,000 small files, loopback, times Uppy 6', 2.3, speed('4/beeline', '4/uppy')),
  atLeast('5', '300 small files, WAN, one host, times the SDK', 3.5, speed('5/six-lanes', '5/sdk')),
  atLeast('5', '300 small files, WAN, two hosts, times the SDK', 6, speed('5/beeline', '5/sdk')),
  atMost('6', 'adding 20,000 files, ms', 200, plain('6/20000/add')),
  atMost('6', 'longest task with 20,000 files, ms', 50, plain('6/20000/longest')),
  atMost('6', 'cost of a file among 20,000, of one among 2,000', 1.15, quotient('6/20000/each', '6/2000/each')),
  atMost('6', 'cost of a file among 100,000, of one among 2,000', 1.2, quotient('6/100000/each', '6/2000/each')),
  atLeast('7', 'WAN, two hosts, verified, of not verified', 0.97, speed('3/beeline', '3/unverified')),
  atMost('9', '5 GiB up: growth of the JavaScript heap, MiB', 16, plain('9/up/heap')),
  atMost('9', '5 GiB up: growth of the browser’s processes, MiB', 200, plain('9/up/processes')),
  atMost('9', '5 GiB down, staged: growth of the browser’s processes, MiB', 200, plain('9/staged/processes')),
  atMost('9', '5 GiB down, picked file: growth of the browser’s processes, MiB', 200, plain('9/picked/processes')),
  atLeast('10', '100,000 keys listed, times the SDK', 5, speed('10/100000/index', '10/100000/sdk')),
  atLeast('10', '1,000,000 keys listed, times the SDK', 12, speed('10/1000000/index', '10/1000000/sdk')),
  atMost('10', 'longest task while a million keys come, ms', 50, plain('10/1000000/longest')),
  atMost('10', 'a million keys in memory, MiB', 120, plain('10/1000000/mib')),
  atMost('10', 'growth of the browser’s processes with a million keys, MiB', 120, plain('10/1000000/processes')),
  atMost('10', 'a million keys sorted by size, ms', 1000, plain('10/1000000/size')),
  atMost('10', 'a million keys sorted by name as people count, ms', 12_000, plain('10/1000000/name')),
  atMost('10', 'a million keys filtered by a part of the name, ms', 150, plain('10/1000000/filter')),
  atMost('scroll', 'scrolled as by a wheel: 98 % of the frames come within, ms', 17, plain('scroll/wheel')),
  atMost('scroll', 'end to end as by the scroll bar: 98 % come within, ms', 34, plain('scroll/bar')),
  atMost('scroll', 'longest task while scrolling, ms', 50, plain('scroll/longest')),
  atMost('scroll', 'keys never seen, or at another place', 0, plain('scroll/wrong')),
  atMost('click', 'clicks and keys while 20,000 files go up: 98 % answered within, ms', 100, plain('clicks/p98')),
  atMost('load', 'from the keys to the first rows in the page, less one round trip, ms', 50, plain('load/rows')),
  atMost('links', '10,000 links minted, s', 3, plain('links/seconds')),
  atMost('links', 'longest task meanwhile, ms', 50, plain('links/longest')),
  atMost('links', 'signatures that are not the vendor’s', 0, plain('links/wrong')),
  atMost('11', 'preflights of 1 list, 1 HEAD, 1 GET, 20 small files', 0, plain('11/free/preflights')),
  atMost('11', 'preflights of one Initiate', 1, plain('11/initiate/preflights')),
  atMost('11', 'preflights of one Complete', 1, plain('11/complete/preflights')),
  atMost('11', 'preflights of one part', 1, plain('11/part/preflights')),
];

/** One row for each goal that was measured: number, what, goal, figure, reached or not. */
export function goalRows(figures: Figures): string[][] {
  return GOALS.flatMap(({ number, what, bound, figure }) => {
    const value = figure(figures);
    if (value === undefined) return [];
    const isReached = 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
    const wish = 'atLeast' in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`;
    const digits = Math.abs(value) >= 20 ? 0 : 2;
    return [[number, what, wish, value.toFixed(digits), isReached ? 'reached' : 'not reached']];
  });
}

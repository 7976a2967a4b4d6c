export const README = `# Welcome to Beeline

This bucket lives on your machine. It speaks the real protocol: signatures, policies, CORS and expiry are checked.

- Drop a file anywhere on the page to upload it.
- Select an object and press \`.\` to share it.
- \`npm run emulator:reset\` brings these samples back.
`;

export const NOTES = `Things to try

1. Drop a big file and watch it being verified.
2. Drop a folder.
3. Share a link for fifteen minutes and open it in a private window.
`;

export const CHINESE = '这个存储桶在你的电脑上运行。把文件拖到页面上即可上传。\n';

export const ABOUT: readonly string[] = [
  'Beeline moves files straight between people and a bucket.',
  'The keys it uses live for minutes, and only in memory.',
  'No server of ours carries a byte.',
];

export const BEE_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80" role="img" aria-label="A bee">
  <ellipse cx="48" cy="26" rx="14" ry="20" fill="#cfe8ff" stroke="#8ab" transform="rotate(-25 48 26)"/>
  <ellipse cx="70" cy="24" rx="14" ry="20" fill="#cfe8ff" stroke="#8ab" transform="rotate(20 70 24)"/>
  <ellipse cx="60" cy="50" rx="34" ry="20" fill="#ffc93c" stroke="#3a2a00" stroke-width="3"/>
  <path d="M48 31v38M62 30v40M76 33v34" stroke="#3a2a00" stroke-width="7"/>
  <circle cx="34" cy="46" r="3" fill="#3a2a00"/>
</svg>
`;

/** A year of honey, in a table. */
export function harvestCsv(): string {
  const rows = Array.from({ length: 36 }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    const hive = ['Linden', 'Meadow', '果园'][Math.floor(index / 12)] ?? '';
    const kilograms = Math.max(0, 9 * Math.sin(((index % 12) - 2) / 2.6) + (index % 5)).toFixed(1);
    return `2026-${month},"${hive}",${kilograms}`;
  });
  return ['month,hive,kilograms', ...rows, ''].join('\r\n');
}

export function hivesJson(): string {
  const hives = ['Linden', 'Meadow', '果园'].map((name, index) => ({
    name,
    frames: 10 + index,
    queen: { born: 2023 + index, marked: index !== 1 },
  }));
  return `${JSON.stringify({ updated: '2026-05-01', hives }, null, 2)}\n`;
}

/** A one-page PDF in Helvetica; the table at its end (`xref`) holds the true position of every object. */
export function pdf(title: string, lines: readonly string[]): Uint8Array {
  const text = [
    'BT /F1 26 Tf 72 740 Td 32 TL',
    `(${escape(title)}) Tj T* /F1 13 Tf 20 TL`,
    ...lines.map((line) => `(${escape(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const positions = objects.map((object, index) => {
    const position = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return position;
  });
  // Every line of the table is exactly 20 bytes long, its end included.
  const table = ['0000000000 65535 f \n', ...positions.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)];
  const trailer = `trailer\n<< /Size ${table.length} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${table.length}\n${table.join('')}${trailer}`, 'latin1');
}

function escape(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}

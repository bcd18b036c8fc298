/** Text that a spreadsheet would run as a formula is made text again (OWASP, CSV injection). Figures stay figures. */
const guard = (text: string) => (/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text);

/** A table as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => (typeof value === 'number' ? String(value) : `"${guard(value).replaceAll('"', '""')}"`);
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

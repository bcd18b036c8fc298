/** Beginnings by which a spreadsheet takes a text for a formula, their full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text that a spreadsheet would run as a formula is made text again (OWASP, CSV injection). Figures stay figures. */
const guard = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** A table as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. A cell without a figure is empty. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) =>
    value === null ? '' : typeof value === 'number' ? String(value) : `"${guard(value).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

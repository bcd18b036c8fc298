/** A text of one line in Markdown: what Markdown would take for its own is said to be text. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

/** One row of a Markdown table. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

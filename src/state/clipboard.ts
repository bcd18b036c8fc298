/** What a clipboard holds, as far as an import can use it. */
interface Clipboard {
  readonly files: ArrayLike<File>;
  getData(type: string): string;
}

/** Something pasted: a copied file, or cells as the richest text that says where they stand. */
export type Pasted =
  { readonly kind: 'file'; readonly file: File } | { readonly kind: 'cells'; readonly html: string; readonly text: string };

/**
 * Cells out of a spreadsheet program, or a file. Spreadsheet programs put a picture of the cells beside them, so that cells go first; their
 * HTML keeps merged cells and formats, which the tab-separated text loses.
 */
export function pastedOf(clipboard: Clipboard | null): Pasted | null {
  if (!clipboard) return null;
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain');
  const isTable = /<table[\s>]/i.test(html);
  if (isTable || /[\n\t]/.test(text.trim())) return { kind: 'cells', html: isTable ? html : '', text };
  const file = clipboard.files[0];
  return file && !file.type.startsWith('image/') ? { kind: 'file', file } : null;
}

/** Pasted cells as a file to be read. */
export const cellsAsFile = ({ html, text }: { readonly html: string; readonly text: string }): Blob =>
  html
    ? // Without <html> in front a fragment would not be known for what it is.
      new Blob([/^\s*<(!doctype|html)/i.test(html) ? html : `<html><meta charset="utf-8"><body>${html}</body></html>`], {
        type: 'text/html',
      })
    : new Blob([text], { type: 'text/tab-separated-values' });

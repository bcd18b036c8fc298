/** What the first bytes say a file is; the name is never asked. */
export type Container = 'zip' | 'compound' | 'html' | 'text' | 'binary';

const MAGIC: readonly (readonly [Container, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
  ['binary', [0xff, 0xd8, 0xff]],
  ['binary', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x25, 0x50, 0x44, 0x46]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x52, 0x61, 0x72, 0x21]],
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]],
  ['binary', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['binary', [0x50, 0x4b, 0x05, 0x06]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x4d, 0x5a, 0x90]],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/** Control characters that no text holds (tab, line ends, form feed and Ctrl-Z set aside). */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) control++;
  }
  // UTF-16 text holds some of these as halves of characters, rarely more than a tenth.
  return control * 5 > length;
}

/** Tells workbooks, web pages and text apart by their content. */
export function sniff(bytes: Uint8Array): Container {
  for (const [container, magic] of MAGIC) if (startsWith(bytes, magic)) return container;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replaceAll('\0', '').toLowerCase();
  const start = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  // Excel 2003 saved workbooks as XML, and OpenDocument can: marked-up text like the web pages that call themselves .xls.
  if (start.startsWith('<') && /<(html|table|!doctype html|meta|head|(ss:)?workbook|office:document)\b/.test(head)) return 'html';
  return looksBinary(bytes) ? 'binary' : 'text';
}

/** Labels by which TextDecoder knows the code pages of old workbooks. */
const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
};

const labelOf = (codePage: number): string =>
  LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');

/** What SheetJS asks of its own tables of code pages (176 kB), answered by the platform. Nothing is ever written with it. */
export const CODE_PAGES = {
  utils: {
    decode(codePage: number, data: ArrayLike<number> | string): string {
      const bytes = typeof data === 'string' ? Uint8Array.from(data, (character) => character.charCodeAt(0)) : Uint8Array.from(data);
      return new TextDecoder(labelOf(codePage)).decode(bytes);
    },
    encode: (): number[] => [],
  },
};

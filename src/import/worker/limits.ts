/** Where a file is refused before memory goes. */
export const LIMITS = {
  /** Bytes of all parts of a workbook after inflating. */
  inflatedBytes: 300 * 1024 * 1024,
  /** Inflated to packed bytes of one large part. */
  ratio: 200,
  rows: 1_048_576,
  columns: 16_384,
  cells: 20_000_000,
  cellCharacters: 32_767,
} as const;

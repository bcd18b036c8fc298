/** Stored bytes that nobody understands as JSON text, with every figure: typed arrays as plain lists. */
export const rawText = (raw: unknown): string =>
  JSON.stringify(raw, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value));

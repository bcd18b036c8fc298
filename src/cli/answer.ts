/** Standard output is for the answer alone: one JSON text. */
export const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** Says that the input was refused, and where; gives the exit status. */
export function refuse(code: string, message: string, where: object): 2 {
  print({ error: { code, message, where } });
  return 2;
}

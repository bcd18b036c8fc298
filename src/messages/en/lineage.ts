const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Words for where figures come from. */
export const lineage = {
  written: 'As written',
  cells: (count: number) => s(count, 'cell'),
  more: (count: number) => `and ${count} more`,
  madeOf: (periods: number, cells: number) => `made of ${s(periods, 'period')}, ${s(cells, 'cell')}`,
  all: 'Every figure with its cell',
};

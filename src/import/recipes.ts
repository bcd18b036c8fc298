import { headerPrint } from '../domain/header-print.ts';
import { fileStem } from '../domain/match-source.ts';
import type { Recipe, RecipeTable } from '../domain/recipe.ts';
import type { ImportChoices, ImportProposal, TableProposal } from './protocol.ts';

/** What a person corrected in a file: the choices that read it again, names given to KPIs, and what was taken or left out. */
export interface Corrections {
  readonly choices: ImportChoices;
  /** By choiceKey. */
  readonly names: Readonly<Record<string, string>>;
  readonly taken: Readonly<Record<string, boolean>>;
  /** Into which other KPI one is merged, both by choiceKey; '' where a proposed merger is not wanted. */
  readonly merged: Readonly<Record<string, string>>;
}

export const NO_CORRECTIONS: Corrections = { choices: {}, names: {}, taken: {}, merged: {} };

/** A table as it is read with no correction: what the next file of the same kind is known by. */
export type PlainTable = Recipe['tables'][number];

/** Under which key a person's word about a proposed KPI is kept. */
export const choiceKey = (table: Pick<TableProposal, 'key'>, candidate: { readonly key: string }): string =>
  `${table.key}|${candidate.key}`;

/** The tables of a file that was read with no correction. */
export const plainTables = (proposal: ImportProposal): readonly PlainTable[] =>
  proposal.tables.map((table) => ({ key: table.key, header: headerPrint(table.columns, table.layout), bottom: table.region.bottom }));

/** The recipe that this import leaves for the next file of the same kind; null where nothing was corrected. */
export function recipeOf(file: string, tables: readonly PlainTable[], { choices, names, taken, merged }: Corrections): Recipe | null {
  const said = [choices, names, taken, merged].some((record) => Object.keys(record).length > 0);
  return said && tables.length ? { file, tables, choices, names, taken, merged } : null;
}

type Keys = ReadonlyMap<string, PlainTable>;

/** For each table of a recipe the table with the same header, by key; a header of one word is believed only in a file called alike. */
function matchTables(recipe: Recipe, file: string, plain: readonly PlainTable[]): Keys {
  const alike = fileStem(file) === fileStem(recipe.file);
  const keys = new Map<string, PlainTable>();
  const free = new Set(plain);
  const byNearness = (key: string) => (a: PlainTable, b: PlainTable) => Number(b.key === key) - Number(a.key === key);
  for (const { key, header } of recipe.tables) {
    const print = header.join('\n');
    const found = [...free].sort(byNearness(key)).find((table) => table.header.join('\n') === print && (alike || header.length > 1));
    if (!found) continue;
    free.delete(found);
    keys.set(key, found);
  }
  return keys;
}

/** Records whose entries are such names, too; those that point into a table that is not there any more go. */
const moveBoth = (record: Readonly<Record<string, string>>, keys: Keys): Record<string, string> =>
  Object.fromEntries(
    Object.entries(moveKeys(record, keys, '|')).flatMap(([name, into]) => {
      const moved = into === '' ? [''] : Object.keys(moveKeys({ [into]: true }, keys, '|'));
      return moved.map((target) => [name, target]);
    }),
  );

const sheetOf = (key: string) => key.slice(0, key.lastIndexOf('#'));

/** Records by table key, under the keys of the new file. */
function moveKeys<T>(record: Readonly<Record<string, T>>, keys: Keys, separator: string): Record<string, T> {
  const moved = Object.entries(record).flatMap(([name, value]) => {
    const key = [...keys.keys()].find((old) => (separator ? name.startsWith(old + separator) : name === old));
    return key === undefined ? [] : [[keys.get(key)!.key + name.slice(key.length), value] as const];
  });
  return Object.fromEntries(moved);
}

/** A table's corrections for a table that may have grown: rows cut off its end stay cut off, new ones above them come in. */
function fitTable(table: RecipeTable, before: PlainTable, now: PlainTable, sameFile: boolean): RecipeTable {
  const { year, region, ...rest } = table;
  return {
    ...rest,
    // A year that was chosen for one file would be wrong in the next one, and nobody would see it.
    ...(year !== undefined && sameFile ? { year } : {}),
    ...(region ? { region: { ...region, bottom: Math.max(region.top, region.bottom + now.bottom - before.bottom) } } : {}),
  };
}

/** What was corrected in the last file with the same headers, for this one; null where there was none. */
export function findCorrections(recipes: readonly Recipe[], file: string, plain: readonly PlainTable[]): Corrections | null {
  let best: { readonly recipe: Recipe; readonly keys: Keys } | null = null;
  for (const recipe of recipes) {
    const keys = matchTables(recipe, file, plain);
    if (keys.size > 0 && keys.size >= (best?.keys.size ?? 0)) best = { recipe, keys };
  }
  if (!best) return null;
  const { recipe, keys } = best;
  const { sheets, tables, ...rest } = recipe.choices;
  const sheetNames = new Map([...keys].map(([key, table]) => [sheetOf(key), sheetOf(table.key)]));
  const wanted = sheets?.flatMap((sheet) => sheetNames.get(sheet) ?? []);
  const before = new Map(recipe.tables.map((table) => [table.key, table]));
  const fitted = Object.fromEntries(
    Object.entries(tables ?? {}).flatMap(([key, table]) => {
      const now = keys.get(key);
      return now ? [[key, fitTable(table, before.get(key)!, now, recipe.file === file)] as const] : [];
    }),
  );
  return {
    choices: { ...rest, ...(wanted?.length ? { sheets: wanted } : {}), ...(tables ? { tables: moveKeys(fitted, keys, '') } : {}) },
    names: moveKeys(recipe.names, keys, '|'),
    taken: moveKeys(recipe.taken, keys, '|'),
    merged: moveBoth(recipe.merged ?? {}, keys),
  };
}

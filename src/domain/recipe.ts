import type { Accrual, MeasureRole } from './dataset.ts';

/** What a person corrected in one column, see ColumnChoice of the import. */
export interface RecipeColumn {
  readonly role?: 'date' | 'value' | 'dimension' | 'ignored';
  readonly measure?: MeasureRole;
  readonly unit?: string | null;
  readonly scale?: number;
  readonly accrual?: Accrual;
}

/** What a person corrected in one table, see TableChoice of the import. */
export interface RecipeTable {
  readonly region?: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly headerRow?: number;
  readonly headerRows?: number;
  readonly layout?: 'columns' | 'wide' | 'long';
  readonly decimal?: '.' | ',';
  readonly dateOrder?: 'ymd' | 'dmy' | 'mdy';
  readonly year?: number;
  readonly texts?: Readonly<Record<string, number | null>>;
  readonly columns?: Readonly<Record<string, RecipeColumn>>;
  readonly accruals?: Readonly<Record<string, Accrual>>;
}

/** Everything that reads a file the same way again, see ImportChoices of the import. */
export interface RecipeChoices {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets?: readonly string[];
  readonly tables?: Readonly<Record<string, RecipeTable>>;
}

/**
 * What a person corrected when a file was imported. The next file is known by the headers of its tables as they are read with no
 * correction at all, so that a correction of the header itself is found again too.
 */
export interface Recipe {
  readonly file: string;
  readonly tables: readonly { readonly key: string; readonly header: readonly string[]; readonly bottom: number }[];
  readonly choices: RecipeChoices;
  /** Names given to KPIs, and what was taken or left out, by `table key|candidate key`. */
  readonly names: Readonly<Record<string, string>>;
  readonly taken: Readonly<Record<string, boolean>>;
  /** Into which other KPI one is merged, both by such names; '' where a proposed merger was not wanted. Absent = none. */
  readonly merged?: Readonly<Record<string, string>>;
}

/** Recipes kept; the oldest go first. */
const MOST_RECIPES = 200;

const printOf = (recipe: Recipe) => JSON.stringify(recipe.tables.map(({ header }) => header));

/** The recipes with this one as the last; it takes the place of those for the same headers. */
export const withRecipe = (recipes: readonly Recipe[], recipe: Recipe): readonly Recipe[] =>
  [...recipes.filter((other) => printOf(other) !== printOf(recipe)), recipe].slice(-MOST_RECIPES);

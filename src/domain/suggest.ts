import type { Id } from './ids.ts';
import type { Metric } from './metric.ts';

export interface MetricSuggestion {
  readonly metricId: Id;
  /** 0–1: share of the KPI's name that the title contains, and units that agree. */
  readonly score: number;
}

/** Below this the names have only small change in common ('rate', '率'), and a suggestion would be noise. */
const NEAR = 0.45;
const UNIT_AGREES = 0.1;
const UNIT_DIFFERS = -0.15;

/** Characters of common KPI words, Traditional and Simplified in pairs. */
const PAIRS =
  '銷销額额營营業业務务訂订單单轉转換换戶户會会員员數数淨净薦荐滿满質质產产時时間间週周開开發发費费價价長长達达線线預预計计實实際际離离職职應应報报備备庫库貨货場场報报復复購购賣卖優优點点擊击瀏浏覽览獲获響响問问題题視视頻频點点級级類类結结關关鍵键標标準准確确測测試试項项節节約约損损虧亏傳传輸输車车運运';
const SIMPLIFIED = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)]));

/** Words for the same thing that share no letters. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/净推荐值|net promoter score/g, 'nps'],
  [/gross merchandise value|成交总额|交易额/g, 'gmv'],
  [/monthly active users?|月活跃用户数?|月活/g, 'mau'],
  [/daily active users?|日活跃用户数?|日活/g, 'dau'],
  [/营业收入|营收|turnover/g, 'revenue'],
];

function normalize(text: string): string {
  const simple = [...text.normalize('NFKC').toLowerCase()].map((character) => SIMPLIFIED.get(character) ?? character).join('');
  return SYNONYMS.reduce((result, [pattern, word]) => result.replace(pattern, ` ${word} `), simple);
}

/** Endings that do not tell KPIs apart: rates, rated, rating → rat. */
function stem(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=..)s$/, '');
  return word.replace(/(?:ies|ing|ers|ed|es|e|s|y)$/, '');
}

const FILLER = new Set(
  'the a an of to from by in on for and or our per at is be we rais increas reduc improv grow rate number total average reach achiev lower cut'.split(
    ' ',
  ),
);

/** Stems of Latin words, and pairs of neighbouring Han characters (a lone one stands for itself). */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of normalize(text).matchAll(/[a-z][a-z0-9]*|[\p{Script=Han}]+/gu)) {
    if (/^[a-z]/.test(run)) {
      const word = stem(run);
      if (!FILLER.has(word)) grams.add(word);
    } else if (run.length === 1) grams.add(run);
    else for (let i = 0; i + 1 < run.length; i++) grams.add(run.slice(i, i + 2));
  }
  return grams;
}

/**
 * Nearness of a KPI's name to a title: Dice's coefficient, averaged with the share of the name found in the title, because a title says
 * much besides the name of its KPI (Dice, 'Measures of the amount of ecologic association between species', 1945).
 */
function nearness(title: ReadonlySet<string>, name: ReadonlySet<string>): number {
  if (title.size === 0 || name.size === 0) return 0;
  let common = 0;
  for (const gram of name) if (title.has(gram)) common++;
  return ((2 * common) / (title.size + name.size) + 2 * (common / name.size)) / 3;
}

function unitBonus(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  return normalize(one) === normalize(other) ? UNIT_AGREES : UNIT_DIFFERS;
}

/** KPIs that a key result may mean, by name and unit, best first; none where nothing is near. Equal ones keep their order. */
export function suggestMetrics(
  keyResult: { readonly title: string; readonly unit: string | null },
  metrics: readonly Metric[],
): MetricSuggestion[] {
  const title = gramsOf(keyResult.title);
  return metrics
    .map(({ id, name, unit }) => {
      const near = nearness(title, gramsOf(name));
      return { metricId: id, score: near === 0 ? 0 : Math.min(1, Math.max(0, near + unitBonus(keyResult.unit, unit))) };
    })
    .filter(({ score }) => score >= NEAR)
    .sort((a, b) => b.score - a.score);
}

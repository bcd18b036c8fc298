import { heading, print } from '../drift/print.ts';
import { meanOf } from '../drift/reliability.ts';
import { GROUPS, mase, PUBLISHED, smape, type M3Series } from './m3.ts';
import { aheadOf, ifNothingChanges } from './unchanged.ts';

/** Seasons are looked for where the product looks for them: months and quarters. */
export const seasonOf = ({ freq }: M3Series): number => (freq === 12 || freq === 4 ? freq : 0);

const WANTED_ALL = 12.6;

interface Scores {
  readonly period: string;
  readonly smape: number;
  readonly mase: number;
}

function scoresOf(series: M3Series): Scores | null {
  const forecast = ifNothingChanges(series.known, seasonOf(series), series.after.length);
  if (!forecast) return null;
  const medians = series.after.map((_, i) => aheadOf(forecast.at(i + 1)).median);
  return { period: series.period, smape: smape(series.after, medians), mase: mase(series, medians) };
}

/** sMAPE and MASE of the product on the M3 competition, beside the published methods. */
export function accuracy(all: readonly M3Series[]): void {
  heading(`M3 competition, ${all.length} series: sMAPE by group, MASE over all`);
  const scores = all.map(scoresOf).filter((score) => score !== null);
  const groups = [...GROUPS.map((group) => scores.filter(({ period }) => period === group)), scores];
  const cells = (values: readonly number[], last: number) =>
    values.map((v) => v.toFixed(2).padStart(11)).join('') + last.toFixed(3).padStart(9);
  const heads = [...GROUPS, 'all', ''].map((name) => name.padStart(11)).join('');
  console.log(`  ${''.padEnd(32)}${heads.trimEnd()}${'MASE'.padStart(9)}`);
  for (const [name, values, scaled] of PUBLISHED) console.log(`  ${name.padEnd(32)}${cells(values, scaled)}`);
  const own = groups.map((group) => meanOf(group.map((score) => score.smape)));
  const scaled = groups.map((group) => meanOf(group.map((score) => score.mase)));
  console.log(`  ${'Leeway, if nothing changes'.padEnd(32)}${cells(own, scaled.at(-1)!)}`);
  const best = PUBLISHED.find(([name]) => name.startsWith('SDS alone'))!;
  [...GROUPS, 'all'].forEach((group, i) => {
    const wanted = { most: group === 'all' ? WANTED_ALL : best[1][i]! };
    print({ name: `sMAPE, ${group}`, value: own[i]!, format: 'number', wanted, note: `MASE ${scaled[i]!.toFixed(3)}` });
  });
  print({ name: 'MASE, all', value: scaled.at(-1)!, format: 'number', wanted: { most: best[2] } });
}

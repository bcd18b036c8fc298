import { chanceBeyond } from '../../../src/domain/stats/outlook.ts';
import { heading, print, printBins, type Wanted } from '../drift/print.ts';
import { meanOf, reliabilityOf, type Told } from '../drift/reliability.ts';
import { rocOf } from '../drift/roc.ts';
import { randomFrom } from '../random.ts';
import { questionsOf, type Question } from './hits.ts';
import { WINDOWS } from './coverage.ts';
import type { M3Series } from './m3.ts';
import { HORIZONS, syntheticWindows } from './synthetic.ts';
import { ifNothingChanges } from './unchanged.ts';

/** Brier scores of the drift study's sketch on such questions; levels: its forecaster alone, which is better there. */
const WANTED: Readonly<Record<string, Wanted>> = {
  'monthly level': { most: 0.123 },
  'quarterly level': { most: 0.129 },
  'monthly total': { most: 0.066 },
  'quarterly total': { most: 0.057 },
};
/** Monthly levels by share of the time gone: Brier score and area under the curve of the study. */
const BY_TIME = new Map([
  [0.25, { brier: 0.16, auc: 0.786 }],
  [0.5, { brier: 0.149, auc: 0.823 }],
  [0.75, { brier: 0.126, auc: 0.873 }],
]);
/** Wanted on real series, where levels are the harder half; over levels and totals the sketch reached this. */
const REAL = { brier: { most: 0.133 }, auc: { least: 0.855 } };
const STUDY = { brier: { most: 0.097 }, auc: { least: 0.941 } };

const areaOf = (questions: readonly Question[]): number =>
  rocOf(questions.map(({ told: { chance, hit } }) => ({ score: chance, positive: hit }))).auc;

function show(name: string, questions: readonly Question[], brier: Wanted, auc: Wanted = {}): void {
  const reliability = reliabilityOf(questions.map(({ told }) => told));
  const other = (chance: (question: Question) => number) =>
    reliabilityOf(questions.map((question) => ({ ...question.told, chance: chance(question) }))).brier.toFixed(3);
  const beside = `forecaster alone ${other(({ alone }) => alone)}, straight on ${other(({ extrapolated }) => extrapolated)}, base ${reliability.base.toFixed(3)}`;
  print({
    name: `${name}: Brier score`,
    value: reliability.brier,
    format: 'number',
    wanted: brier,
    note: `${beside}; n ${questions.length}`,
  });
  print({ name: `${name}: area`, value: areaOf(questions), format: 'number', wanted: auc });
  const inside = meanOf(questions.map((question) => Number(question.inside)));
  print({ name: `${name}: inside the 80% range`, value: inside, format: 'percent', wanted: { least: 0.76, most: 0.86 } });
}

/** Key results made of real monthly and quarterly series: how good is the chance to arrive? */
export function realChances(all: readonly M3Series[], most: number, seed: number): void {
  const random = randomFrom(seed);
  const questions = [12, 4].flatMap((freq) => {
    const long = all.filter((s) => s.freq === freq && s.known.length + s.after.length >= (freq === 12 ? 60 : 24));
    const every = Math.max(1, Math.ceil(long.length / most));
    return long.filter((_, i) => i % every === 0).flatMap((series) => questionsOf(series, random));
  });
  heading(`Chance to arrive on real series, ${questions.length} questions: asked at a quarter, half and three quarters of the time`);
  for (const [name, wanted] of Object.entries(WANTED))
    show(
      name,
      questions.filter((question) => question.name === name),
      wanted,
    );
  for (const [elapsed, { brier, auc }] of BY_TIME) {
    const own = questions.filter((question) => question.name === 'monthly level' && question.elapsed === elapsed);
    show(`monthly level at ${elapsed}`, own, { most: brier }, { least: auc });
  }
  show(
    'all levels',
    questions.filter(({ name }) => name.endsWith('level')),
    REAL.brier,
    REAL.auc,
  );
  show('all', questions, STUDY.brier, STUDY.auc);
  const reliability = reliabilityOf(questions.map(({ told }) => told));
  print({ name: 'all: calibration error', value: reliability.error, format: 'number', wanted: { most: 0.03 } });
  printBins(reliability);
}

/** The forecaster alone on simulated windows: targets near the last reading, six periods on. */
export function syntheticChances(count: number, seed: number): void {
  heading('Chance to be above a level in six periods, simulated windows of 6–60 figures, forecaster alone');
  const random = randomFrom(seed + 7);
  const told = WINDOWS.flatMap((length) =>
    syntheticWindows(length, count, seed).flatMap(({ known, after }): Told[] => {
      const forecast = ifNothingChanges(known, 0, HORIZONS);
      const target = known.at(-1)! + 1.5 * random.normal();
      return forecast ? [{ chance: chanceBeyond(forecast.at(HORIZONS), target), hit: after.at(-1)! >= target }] : [];
    }),
  );
  const reliability = reliabilityOf(told);
  const { brier, base, error } = reliability;
  print({ name: 'Brier score', value: brier, format: 'number', note: `always the base rate: ${base.toFixed(3)}; n ${told.length}` });
  print({ name: 'calibration error', value: error, format: 'number', wanted: { most: 0.03 } });
  printBins(reliability);
}

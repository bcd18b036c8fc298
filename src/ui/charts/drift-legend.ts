import type { SignalMeaning } from '../../domain/limit-answers.ts';
import type { Rule } from '../../domain/stats/run-rules.ts';
import type { DriftPicture } from '../../picture/drift-picture.ts';
import type { LegendEntry } from '../../picture/legend-marks.ts';
import { language } from '../../state/i18n.svelte.ts';

const RULES = ['outside', 'trend', 'two-of-three', 'run'] as const satisfies readonly Rule[];
const MEANINGS = ['concerning', 'improving', 'changed'] as const satisfies readonly SignalMeaning[];

/** What the signs of a drift chart stand for, only of those that are drawn; a mark is said with the patterns behind it. */
export function driftLegend(picture: DriftPicture, keeps: boolean): readonly LegendEntry[] {
  const t = language.messages.detail;
  const later = language.later.limits;
  const [colon, comma] = language.locale === 'en' ? [': ', ', '] : ['：', '、'];
  const signals = MEANINGS.flatMap((meaning): readonly LegendEntry[] => {
    const broken = new Set(picture.signals.filter((signal) => signal.meaning === meaning).map(({ rules }) => rules[0]!));
    const names = RULES.filter((rule) => broken.has(rule)).map((rule) => t.signals[rule]);
    return names.length ? [{ sign: meaning, text: `${later.signal[meaning]}${colon}${names.join(comma)}` }] : [];
  });
  return [
    { sign: 'actual', text: t.chart.actual },
    ...(picture.plan.now.length ? [{ sign: 'plan', text: t.chart.plan } as const] : []),
    ...(picture.plan.abandoned.length ? [{ sign: 'old-plan', text: t.chart.oldPlan } as const] : []),
    ...(picture.limits.length ? [{ sign: 'limits', text: keeps ? later.kept : t.chart.limits } as const] : []),
    ...signals,
    ...(picture.fan.length ? [{ sign: 'forecast', text: t.chart.forecast } as const] : []),
  ];
}

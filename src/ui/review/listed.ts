import type { AgendaItem } from '../../domain/agenda.ts';
import type { Listed } from '../../domain/hold-meeting.ts';
import type { MetricReason } from '../../domain/metric-review.ts';
import { describe, sentenceText } from '../../messages/describe.ts';
import { assessments, seriesOfMetric, type Assessed } from '../../state/assessments.svelte.ts';
import { language } from '../../state/i18n.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';

/** The one sentence of a key result, as every screen says it. */
export const sentenceOf = (row: Assessed): string =>
  sentenceText(
    describe(row.assessment, { unit: row.keyResult.unit, grain: row.series?.grain ?? null }, language.messages, language.format),
  );

const isMetricReason = (reason: { readonly code: string }): reason is MetricReason =>
  reason.code === 'proposal' || reason.code === 'moved-unserved' || reason.code === 'metric-stale' || reason.code === 'conflict';

/** The one sentence of a KPI: the first reason why it is talked about. */
export function metricSentence(item: AgendaItem | undefined, unit: string | null): string {
  const reason = item?.reasons.find(isMetricReason);
  return reason ? language.group('meeting').agenda.metric(reason, unit, language.format) : '';
}

/** An item of the agenda with how it stands now, to be put into a meeting. */
export function listedOf(item: AgendaItem): Listed {
  const { subject } = item;
  const row = subject.kind === 'key-result' ? assessments.byId.get(subject.id) : undefined;
  if (row) {
    const { status, value, chance } = row.assessment;
    return { subject, seen: { status, value, chance, sentence: sentenceOf(row) } };
  }
  const metric = store.workspace.metrics.find(({ id }) => id === subject.id);
  const series = metric ? seriesOfMetric(metric, store.datasets) : null;
  const value = series?.ok ? (series.value.points.findLast(({ day }) => day <= assessments.asOf)?.value ?? null) : null;
  return { subject, seen: { status: 'no-data', value, chance: null, sentence: metricSentence(item, metric?.unit ?? null) } };
}

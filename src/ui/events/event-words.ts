import type { MetricEvent } from '../../domain/metric-event.ts';
import type { Format } from '../../messages/format.ts';

/** By how much an event moves its KPI, with its sign: '−10%', '+1.4 points', '−50 customers'. */
export function sizeText({ size }: MetricEvent, unit: string | null, f: Format): string {
  const sign = size.by > 0 ? '+' : '';
  if (size.kind === 'share') return `${sign}${f.value(size.by, '%')}`;
  return unit === '%' ? `${size.by < 0 ? '\u2212' : sign}${f.difference(size.by, '%')}` : `${sign}${f.value(size.by, unit)}`;
}

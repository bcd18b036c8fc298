import { dayOf, isoOf } from '../../src/domain/calendar.ts';
import { randomFrom } from './random.ts';

export const HEADER = [
  'Date',
  'Department',
  'Region',
  'Owner',
  'Metric',
  'Target',
  'Actual',
  'Attainment',
  'Revenue',
  'Cost',
  'Headcount',
  'Remark',
] as const;

const DEPARTMENTS = ['Sales', 'Service', 'Supply', 'Product', 'Retail', '华东区', '华南区', '市场部', '客服部', '供应链'];
const REGIONS = ['North', 'South', 'East', 'West', 'Overseas'];
const METRICS = ['New customers', 'Repeat orders', 'Tickets closed', '活跃门店', '退货件数'];
const OWNERS = ['Ann Lee', 'Bo Chen', 'C. Diaz', '王芳', '李雷', '陳美玲', 'Zoë Ott', 'Max Roy'];
const REMARKS = ['', '', '', '', 'price rise, see notes', 'public holiday', '系统迁移', 'restated by "finance"', 'late shipment'];

/** A row of a company's KPI export: a text, or a figure with its written form. */
export interface KpiRow {
  readonly date: number;
  readonly texts: readonly [department: string, region: string, owner: string, metric: string];
  readonly figures: readonly [target: number, actual: number, attainment: number, revenue: number, cost: number, headcount: number];
  readonly remark: string;
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** A row per day, department, region and metric, in the order of time. */
export function kpiRows(count: number, seed: number): KpiRow[] {
  const { normal, pick, uniform } = randomFrom(seed);
  const perDay = DEPARTMENTS.length * REGIONS.length * METRICS.length;
  return Array.from({ length: count }, (_, i): KpiRow => {
    const within = i % perDay;
    const department = Math.floor(within / (REGIONS.length * METRICS.length));
    const region = Math.floor(within / METRICS.length) % REGIONS.length;
    const target = 100 + 10 * department + region;
    const actual = Math.max(0, Math.round(target * (1 + 0.15 * normal())));
    const revenue = round(actual * (80 + 40 * uniform()), 2);
    return {
      date: dayOf(2024, 1, 1) + Math.floor(i / perDay),
      texts: [
        DEPARTMENTS[department]!,
        REGIONS[region]!,
        OWNERS[(department + region) % OWNERS.length]!,
        METRICS[within % METRICS.length]!,
      ],
      figures: [target, actual, round(actual / target, 4), revenue, round(revenue * (0.5 + 0.2 * uniform()), 2), 5 + department],
      remark: pick(REMARKS),
    };
  });
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table as a spreadsheet program exports it: UTF-8, commas, CRLF, percentages and thousands written as such. */
export function csvBytes(rows: readonly KpiRow[]): ArrayBuffer {
  const money = (value: number) => quoted(value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ','));
  const lines = rows.map(({ date, texts, figures: [target, actual, attainment, revenue, cost, headcount], remark }) =>
    [
      isoOf(date),
      ...texts.map(quoted),
      target,
      actual,
      `${(attainment * 100).toFixed(2)}%`,
      money(revenue),
      money(cost),
      headcount,
      quoted(remark),
    ].join(','),
  );
  return new TextEncoder().encode(`${HEADER.join(',')}\r\n${lines.join('\r\n')}\r\n`).buffer;
}

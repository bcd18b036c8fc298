import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { randomFrom } from '../random.ts';

export const HEADER = ['日期', '部门', '区域', '负责人', '指标', '目标', '实际', '达成率', '同比', '收入', '成本', '备注'] as const;

const DEPARTMENTS = [
  '销售部',
  '市场部',
  '研发中心',
  '人力资源部',
  'Finance',
  'Customer Success',
  '供應鏈管理處',
  'Ops',
  '客服部',
  'North America Sales',
  '品質保證部',
  'IT',
];
const REGIONS = ['华东', '华南', '华北', '西南', '臺北', '高雄', 'EMEA', 'APAC', 'US-West', 'US-East'];
const FAMILIES = ['王', '李', '張', '陈', 'Lee ', 'Smith ', 'Müller '];
const OWNERS = Array.from(
  { length: 400 },
  (_, i) => `${FAMILIES[i % FAMILIES.length]}${['伟', '芳', '娜', 'Anna', 'Øystein'][(i * 3) % 5]} ${i}`,
);
const METRICS = ['销售额', '毛利率', 'NPS', 'Churn rate', '准时交付率', 'Revenue', '活跃用户数', 'Headcount', '转化率', 'Cycle time'];
const REMARKS = ['延期', 'within plan', '需跟进', 'see Q3 review'];
const DAYS = 1461;

/** A row of a company's KPI export. Rates are percentages as written: 85.3 for 85.3%. */
export interface KpiRow {
  readonly day: number;
  readonly texts: readonly [department: string, region: string, owner: string, metric: string];
  readonly target: number;
  readonly actual: number;
  readonly attainment: number;
  readonly growth: number;
  readonly revenue: number;
  readonly cost: number;
  readonly remark: string;
}

/** Rows in the shape of the reference data of this project: dates over four years, names that repeat, two rates, few remarks. */
export function* kpiRows(count: number, seed: number): Generator<KpiRow> {
  const { pick, uniform } = randomFrom(seed);
  const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
  for (let i = 0; i < count; i++) {
    const target = round(uniform() * 1e4, 2);
    const actual = round(target * (0.5 + uniform()), 2);
    yield {
      day: dayOf(2022, 1, 1) + (i % DAYS),
      texts: [pick(DEPARTMENTS), pick(REGIONS), pick(OWNERS), pick(METRICS)],
      target,
      actual,
      attainment: round((actual / (target || 1)) * 100, 1),
      growth: round((uniform() - 0.5) * 60, 1),
      revenue: round(uniform() * 5e6, 2),
      cost: Math.round(uniform() * 3e6),
      remark: uniform() < 0.08 ? pick(REMARKS) : '',
    };
  }
}

const grouped = (value: number) => value.toLocaleString('en-US');

/** The table as lines of CSV; `quoted` writes thousands separators and remarks that need quotes. */
export function csvLine(row: KpiRow, quoted: boolean): string {
  const { day, texts, target, actual, attainment, growth, revenue, cost, remark } = row;
  const money = quoted ? `"${grouped(revenue)}","${grouped(cost)}"` : `${revenue},${cost}`;
  const note = quoted && remark !== '' ? `"${remark}, ""v${day % 9}"""` : remark;
  return `${isoOf(day)},${texts.join(',')},${target},${actual},${attainment}%,${growth}%,${money},${note}\r\n`;
}

import type { Part } from '../../domain/four-parts.ts';
import type { Groups } from '../groups.ts';

const parts: Record<Part, string> = { target: '目标值', 'time-frame': '时间范围', source: '数据来源', monitoring: '监控频率' };

export const catalogue: Groups['catalogue'] = {
  headline: (all, whole, most, lacking) =>
    all === 0
      ? '还没有指标'
      : `${all} 个指标，${whole === all ? '四要素都齐全' : whole === 0 ? '没有一个四要素齐全' : `${whole} 个四要素齐全`}${most ? `；${lacking} 个缺${parts[most]}` : ''}`,
  hint: '一个 KPI 有四要素：可衡量的目标值、时间范围、数据来源、监控频率。光有名字还不是 KPI。',
  parts,
  serving: (count) => `服务于目标的指标 ${count} 个`,
  idle: (count) => `没有服务于本周期任何目标的指标 ${count} 个`,
  show: '显示',
  all: '全部',
  lacking: (part) => `缺${parts[part]}`,
  servesNothing: '没有服务于任何目标',
  misses: '未达到目标值',
  old: '数据过期',
  nothing: '没有这样的指标。',
  columns: { newest: '最新值', monitoring: '监控频率' },
  lacks: (part) => `缺${parts[part]}`,
  fromKeyResult: '来自关键结果',
  standing: { meets: '✓ 已达到', misses: '▲ 未达到', 'not-yet': '尚未达到' },
  inTotal: '累计',
  every: { day: '每天', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' },
  through: (day) => `数据截至 ${day}`,
  overdue: (days) => `已过 ${days} 天`,
  edit: (name) => `编辑“${name}”的四要素`,
  editShort: '编辑四要素',
  form: {
    title: '这个指标的四要素',
    target: '指标自己的目标值',
    targetHint: '每一期的数都应达到。两项都留空，就沿用关键结果的目标值。',
    timeFrame: '时间范围',
    from: '从',
    until: '到',
    timeFrameHint: '目标值在什么期间有效。留空则与关键结果一致。',
    monitoring: '监控频率',
    monitoringHint: '多久要有人看一次。数据比它旧，就会提示过期。',
    nobody: '未说明',
    crossed: '“不低于”不能大于“不高于”。',
    noFigure: '这不是数字。',
    reversed: '结束早于开始，或只填了一个。',
  },
};

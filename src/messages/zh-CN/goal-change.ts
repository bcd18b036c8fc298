import type { SegmentMeasure } from '../../domain/segments.ts';
import type { Format } from '../format.ts';
import type { Groups } from '../groups.ts';

function segment(one: SegmentMeasure, first: boolean, unit: string | null, f: Format): string {
  const when = one.until !== null ? `${first ? '截至' : '此后截至'}${f.day(one.until)}` : '此后';
  const target = f.value(one.target, unit);
  if (one.reached === null) return `${when}没有数据`;
  if (one.progress === null) return `${when}目标值为 ${target}，调整时已经超过`;
  const planned = one.planned === null ? '' : `（应为 ${f.percent(one.planned)}）`;
  const way = first ? `到 ${target}` : `从 ${f.about(one.start, unit)} 到 ${target}`;
  return `${when}，${way} 的路程完成了 ${f.percent(one.progress)}${planned}`;
}

export const goalChange: Groups['cycle']['goalChange'] = {
  open: '调整目标……',
  title: '调整目标',
  way: '怎么处理',
  ways: { revise: '调整', drop: '放弃', replace: '替换' },
  wayHints: {
    revise: '改目标值、限值、计划路径、到期日或权重',
    drop: '从这天起不再计入任何汇总，内容仍可查看',
    replace: '由另一个关键结果接替，并注明来历',
  },
  day: '生效日',
  reason: '理由',
  approver: '批准人',
  nothing: '还没有任何改动。',
  save: { revise: '确认调整', drop: '确认放弃', replace: '填写新的关键结果……' },
  dropped: (day) => `已于 ${day}放弃，此后不再计入任何汇总。`,
  restore: '恢复',
  replacedBy: '由它接替：',
  replaces: '接替',
  added: (day) => `${day}中途加入。`,
  replacedOn: (day) => `${day}起`,
  struck: (day) => `${day}放弃`,
  isLate: '中途加入',
  isLateHint: '从这天起才计入汇总，理由列在调整记录里',
  moved: '这个关键结果正在进行，您改了它的目标',
  asChange: '目标变了：保留原目标，写明理由',
  asCorrection: '当初写错了：直接更正',
  choose: '请选择其中一项。',
  segments: (list, unit, f) => `分 ${list.length} 段衡量：${list.map((one, i) => segment(one, i === 0, unit, f)).join('；')}。`,
};

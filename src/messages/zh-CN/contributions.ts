import type { Format } from '../format.ts';
import type { Groups } from '../groups.ts';

const points = (share: number, f: Format) => f.rate(share, '%');
const size = (share: number, f: Format) => f.difference(Math.abs(share), '%');

export const contributions: Groups['contributions'] = {
  title: '指标拆解',
  hint: '一个指标由哪些关键结果共同承担，够不够',
  takeApart: '拆解指标……',
  takeApartThis: '拆解',
  dialog: '把指标拆解到关键结果',
  metric: '指标',
  noMetric: '没有对应的数据列',
  name: '名称',
  nameOf: (metric, wanted) => `${metric} ${wanted}`,
  base: '基数（各份额都以它为准）',
  useBase: { 'last-year': (value) => `去年同期：${value}`, history: (value) => `此前水平：${value}` },
  wanted: '希望的变化，占基数的百分比',
  whole: '要求整体达成的关键结果',
  noWhole: '没有',
  parts: '各部分',
  part: '关键结果',
  planned: '计划份额',
  plannedHint: '按基数的百分点计，例如 −10% 中的 −8',
  addPart: '添加一部分',
  removePart: (title) => `移除：${title}`,
  delete: '取消拆解',
  edit: '编辑',
  columns: { part: '部分', planned: '应承担', done: '已贡献', expected: '此刻应有', step: '同步' },
  inStep: '同步',
  behind: '落后于计划',
  noFigure: '还没有数据',
  offBoard: '不在看板上',
  then: '；',
  of: (wanted, base) => `${base} 的 ${wanted}`,
  barLabel: (coverage) => `希望的变化中已计划 ${coverage}`,
  coverage: ({ coverage, gap }, f) =>
    gap > 0 ? `覆盖 ${f.percent(coverage)}，还有 ${size(gap, f)}没人承担` : gap < 0 ? `计划比希望的多 ${size(gap, f)}` : '全部有人承担',
  sums({ done, expected, shown, unexplained }, f) {
    const said = done === null ? '有的部分还没有数据' : `各部分合计 ${points(done, f)}`;
    const plan = done === null || expected === null ? '' : `（此刻应有 ${points(expected, f)}）`;
    if (shown === null) return said + plan;
    const rest = unexplained === null ? '' : Math.abs(unexplained) < 0.0005 ? '，两者一致' : `，有 ${size(unexplained, f)}说不清来源`;
    return `${said}${plan}，指标本身为 ${points(shown, f)}${rest}`;
  },
  doubt(doubt, nameOf) {
    switch (doubt.code) {
      case 'same-figures':
        return `重复计算：“${nameOf(doubt.parts[0])}”和“${nameOf(doubt.parts[1])}”读的是同一列数据。`;
      case 'reads-whole':
        return `“${nameOf(doubt.part)}”读的是指标整体，不能算作其中一部分。`;
      case 'counted-elsewhere':
        return `重复计算：“${nameOf(doubt.part)}”也算在“${doubt.other.name}”里。`;
      case 'other-source':
        return `“${nameOf(doubt.part)}”与指标来自不同的文件或工作表，合计可能对不上。`;
      case 'pulls-away':
        return `“${nameOf(doubt.part)}”的计划方向相反。`;
    }
  },
  doubts: (count) => `${count} 处疑问`,
  none: '还没有拆解指标。像“成本 −10%”这样的指标可以拆到承担它的几个关键结果，并检查有没有缺口、有没有重复计算。',
};

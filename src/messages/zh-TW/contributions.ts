import type { Format } from '../format.ts';
import type { Groups } from '../groups.ts';

const points = (share: number, f: Format) => f.rate(share, '%');
const size = (share: number, f: Format) => f.difference(Math.abs(share), '%');

export const contributions: Groups['contributions'] = {
  title: '指標拆解',
  hint: '一個指標由哪些關鍵結果共同承擔，夠不夠',
  takeApart: '拆解指標……',
  takeApartThis: '拆解',
  dialog: '把指標拆解到關鍵結果',
  metric: '指標',
  noMetric: '沒有對應的資料欄',
  name: '名稱',
  nameOf: (metric, wanted) => `${metric} ${wanted}`,
  base: '基數（各份額都以它為準）',
  useBase: { 'last-year': (value) => `去年同期：${value}`, history: (value) => `先前水準：${value}` },
  wanted: '希望的變化，占基數的百分比',
  whole: '要求整體達成的關鍵結果',
  noWhole: '沒有',
  parts: '各部分',
  part: '關鍵結果',
  planned: '計畫份額',
  plannedHint: '以基數的百分點計，例如 −10% 中的 −8',
  addPart: '新增一部分',
  removePart: (title) => `移除：${title}`,
  delete: '取消拆解',
  edit: '編輯',
  columns: { part: '部分', planned: '應承擔', done: '已貢獻', expected: '此刻應有', step: '同步' },
  inStep: '同步',
  behind: '落後於計畫',
  noFigure: '尚無資料',
  offBoard: '不在看板上',
  then: '；',
  of: (wanted, base) => `${base} 的 ${wanted}`,
  barLabel: (coverage) => `希望的變化中已計畫 ${coverage}`,
  coverage: ({ coverage, gap }, f) =>
    gap > 0 ? `涵蓋 ${f.percent(coverage)}，還有 ${size(gap, f)}沒人承擔` : gap < 0 ? `計畫比希望的多 ${size(gap, f)}` : '全部有人承擔',
  sums({ done, expected, shown, unexplained }, f) {
    const said = done === null ? '有的部分尚無資料' : `各部分合計 ${points(done, f)}`;
    const plan = done === null || expected === null ? '' : `（此刻應有 ${points(expected, f)}）`;
    if (shown === null) return said + plan;
    const rest = unexplained === null ? '' : Math.abs(unexplained) < 0.0005 ? '，兩者一致' : `，有 ${size(unexplained, f)}說不清來源`;
    return `${said}${plan}，指標本身為 ${points(shown, f)}${rest}`;
  },
  doubt(doubt, nameOf) {
    switch (doubt.code) {
      case 'same-figures':
        return `重複計算：「${nameOf(doubt.parts[0])}」和「${nameOf(doubt.parts[1])}」讀的是同一欄資料。`;
      case 'reads-whole':
        return `「${nameOf(doubt.part)}」讀的是指標整體，不能算作其中一部分。`;
      case 'counted-elsewhere':
        return `重複計算：「${nameOf(doubt.part)}」也算在「${doubt.other.name}」裡。`;
      case 'other-source':
        return `「${nameOf(doubt.part)}」與指標來自不同的檔案或工作表，合計可能對不上。`;
      case 'pulls-away':
        return `「${nameOf(doubt.part)}」的計畫方向相反。`;
    }
  },
  doubts: (count) => `${count} 處疑問`,
  none: '還沒有拆解指標。像「成本 −10%」這樣的指標可以拆到承擔它的幾個關鍵結果，並檢查有沒有缺口、有沒有重複計算。',
};

import type { Groups } from '../groups.ts';

export const revisions: Groups['cycle']['revisions'] = {
  title: '目标调整记录',
  hint: '改了什么、为什么、谁批准的',
  headline({ moved, softer, harder, dropped, added, replaced }) {
    const all = moved > 0 && (softer === moved ? '放宽' : harder === moved ? '收紧' : null);
    const effects = [softer && `放宽 ${softer} 次`, harder && `收紧 ${harder} 次`].filter(Boolean).join('、');
    const goals = all ? `目标${all} ${moved} 次` : moved ? `目标调整 ${moved} 次${effects ? `，其中${effects}` : ''}` : '';
    const others = [dropped && `放弃 ${dropped} 个`, replaced && `替换 ${replaced} 个`, added && `新增 ${added} 个`].filter(Boolean);
    const krs = others.length ? `关键结果${others.join('、')}` : '';
    return [goals, krs].filter(Boolean).join('；') || '本周期没有中途调整';
  },
  columns: { day: '日期', keyResult: '关键结果', change: '改动', effect: '要求', reason: '理由', approver: '批准人' },
  effects: { harder: '收紧', softer: '放宽', mixed: '有紧有松', other: '–' },
  kinds: { dropped: '放弃', added: '中途加入', replaced: '替换为' },
  change(change, unit, f, goals) {
    const bound = (value: number | null) => (value === null ? '不限' : f.value(value, unit));
    switch (change.code) {
      case 'target':
        return `目标值 ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'baseline':
        return `起始值 ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'at-least':
        return `不低于 ${bound(change.from)} → ${bound(change.to)}`;
      case 'at-most':
        return `不高于 ${bound(change.from)} → ${bound(change.to)}`;
      case 'stretch':
        return `挑战值 ${bound(change.from)} → ${bound(change.to)}`;
      case 'due':
        return `到期日 ${f.day(change.from)} → ${f.day(change.to)}`;
      case 'weight':
        return `权重 ${f.number(change.from)} → ${f.number(change.to)}`;
      case 'kind':
        return `${goals[change.from]} → ${goals[change.to]}`;
      case 'plan':
        return '改了计划路径';
      case 'steps':
        return '改了步骤';
    }
  },
  join: '，',
  objective: '目标',
  all: '全部目标',
  copy: '复制为 Markdown',
  copied: '已复制',
  none: '到这一天为止，本周期没有调整过目标。要调整，请打开对应的关键结果并写明理由；原目标会一直看得到。',
  asOf: (day) => `截至 ${day}`,
};

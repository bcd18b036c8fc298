import type { Groups } from '../groups.ts';

export const revisions: Groups['cycle']['revisions'] = {
  title: '目標調整紀錄',
  hint: '改了什麼、為什麼、誰核准的',
  headline({ moved, softer, harder, dropped, added, replaced }) {
    const all = moved > 0 && (softer === moved ? '放寬' : harder === moved ? '收緊' : null);
    const effects = [softer && `放寬 ${softer} 次`, harder && `收緊 ${harder} 次`].filter(Boolean).join('、');
    const goals = all ? `目標${all} ${moved} 次` : moved ? `目標調整 ${moved} 次${effects ? `，其中${effects}` : ''}` : '';
    const others = [dropped && `放棄 ${dropped} 個`, replaced && `替換 ${replaced} 個`, added && `新增 ${added} 個`].filter(Boolean);
    const krs = others.length ? `關鍵結果${others.join('、')}` : '';
    return [goals, krs].filter(Boolean).join('；') || '本週期沒有中途調整';
  },
  columns: { day: '日期', keyResult: '關鍵結果', change: '變動', effect: '要求', reason: '理由', approver: '核准人' },
  effects: { harder: '收緊', softer: '放寬', mixed: '有緊有鬆', other: '–' },
  kinds: { dropped: '放棄', added: '中途加入', replaced: '替換為' },
  change(change, unit, f, goals) {
    const bound = (value: number | null) => (value === null ? '不限' : f.value(value, unit));
    switch (change.code) {
      case 'target':
        return `目標值 ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'baseline':
        return `起始值 ${f.value(change.from, unit)} → ${f.value(change.to, unit)}`;
      case 'at-least':
        return `不低於 ${bound(change.from)} → ${bound(change.to)}`;
      case 'at-most':
        return `不高於 ${bound(change.from)} → ${bound(change.to)}`;
      case 'stretch':
        return `挑戰值 ${bound(change.from)} → ${bound(change.to)}`;
      case 'due':
        return `到期日 ${f.day(change.from)} → ${f.day(change.to)}`;
      case 'weight':
        return `權重 ${f.number(change.from)} → ${f.number(change.to)}`;
      case 'kind':
        return `${goals[change.from]} → ${goals[change.to]}`;
      case 'plan':
        return '改了計畫路徑';
      case 'steps':
        return '改了步驟';
    }
  },
  join: '，',
  objective: '目標',
  all: '全部目標',
  copy: '複製為 Markdown',
  copied: '已複製',
  none: '到這一天為止，本週期沒有調整過目標。要調整，請開啟該關鍵結果並寫明理由；原目標會一直看得到。',
  asOf: (day) => `截至 ${day}`,
};

import type { Part } from '../../domain/four-parts.ts';
import type { Groups } from '../groups.ts';

const parts: Record<Part, string> = { target: '目標值', 'time-frame': '時間範圍', source: '資料來源', monitoring: '監控頻率' };

export const catalogue: Groups['catalogue'] = {
  headline: (all, whole, most, lacking) =>
    all === 0
      ? '還沒有指標'
      : `${all} 項指標，${whole === all ? '四要素都齊全' : whole === 0 ? '沒有一項四要素齊全' : `${whole} 項四要素齊全`}${most ? `；${lacking} 項缺${parts[most]}` : ''}`,
  hint: 'KPI 有四要素：可衡量的目標值、時間範圍、資料來源、監控頻率。只有名稱還不算 KPI。',
  parts,
  serving: (count) => `服務目標的指標 ${count} 項`,
  idle: (count) => `沒有服務本週期任何目標的指標 ${count} 項`,
  show: '顯示',
  all: '全部',
  lacking: (part) => `缺${parts[part]}`,
  servesNothing: '沒有服務任何目標',
  misses: '未達目標值',
  old: '資料過期',
  nothing: '沒有這樣的指標。',
  columns: { newest: '最新值', monitoring: '監控頻率' },
  lacks: (part) => `缺${parts[part]}`,
  fromKeyResult: '來自關鍵結果',
  standing: { meets: '✓ 已達到', misses: '▲ 未達到', 'not-yet': '尚未達到' },
  inTotal: '累計',
  every: { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' },
  through: (day) => `資料截至 ${day}`,
  overdue: (days) => `已過 ${days} 天`,
  edit: (name) => `編輯「${name}」的四要素`,
  editShort: '編輯四要素',
  form: {
    title: '這項指標的四要素',
    target: '指標自己的目標值',
    targetHint: '每一期的數值都應達到。兩項都留空，就沿用關鍵結果的目標值。',
    timeFrame: '時間範圍',
    from: '從',
    until: '到',
    timeFrameHint: '目標值在什麼期間有效。留空則與關鍵結果一致。',
    monitoring: '監控頻率',
    monitoringHint: '多久要有人看一次。資料比它舊，就會提示過期。',
    nobody: '未說明',
    crossed: '「不低於」不能大於「不高於」。',
    noFigure: '這不是數字。',
    reversed: '結束早於開始，或只填了一個。',
  },
};

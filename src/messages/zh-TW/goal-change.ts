import type { SegmentMeasure } from '../../domain/segments.ts';
import type { Format } from '../format.ts';
import type { Groups } from '../groups.ts';

function segment(one: SegmentMeasure, first: boolean, unit: string | null, f: Format): string {
  const when = one.until !== null ? `${first ? '截至' : '之後截至'}${f.day(one.until)}` : '之後';
  const target = f.value(one.target, unit);
  if (one.reached === null) return `${when}沒有資料`;
  if (one.progress === null) return `${when}目標值為 ${target}，調整時已經超過`;
  const planned = one.planned === null ? '' : `（應為 ${f.percent(one.planned)}）`;
  const way = first ? `到 ${target}` : `從 ${f.about(one.start, unit)} 到 ${target}`;
  return `${when}，${way} 的路程完成了 ${f.percent(one.progress)}${planned}`;
}

export const goalChange: Groups['cycle']['goalChange'] = {
  open: '調整目標……',
  title: '調整目標',
  way: '怎麼處理',
  ways: { revise: '調整', drop: '放棄', replace: '替換' },
  wayHints: {
    revise: '改目標值、界限、計畫路徑、到期日或權重',
    drop: '從這天起不再計入任何彙總，內容仍可查看',
    replace: '由另一個關鍵結果接手，並註明來歷',
  },
  day: '生效日',
  reason: '理由',
  approver: '核准人',
  nothing: '還沒有任何變動。',
  save: { revise: '確認調整', drop: '確認放棄', replace: '填寫新的關鍵結果……' },
  dropped: (day) => `已於 ${day}放棄，之後不再計入任何彙總。`,
  restore: '恢復',
  replacedBy: '由它接手：',
  replaces: '接手',
  added: (day) => `${day}中途加入。`,
  replacedOn: (day) => `${day}起`,
  struck: (day) => `${day}放棄`,
  isLate: '中途加入',
  isLateHint: '從這天起才計入彙總，理由列在調整紀錄裡',
  moved: '這個關鍵結果正在進行，您改了它的目標',
  asChange: '目標變了：保留原目標，寫明理由',
  asCorrection: '當初寫錯了：直接更正',
  choose: '請選擇其中一項。',
  segments: (list, unit, f) => `分 ${list.length} 段衡量：${list.map((one, i) => segment(one, i === 0, unit, f)).join('；')}。`,
};

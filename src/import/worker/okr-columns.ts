import type { OkrField } from '../../domain/okr-list-row.ts';
import { fold } from './cell.ts';
import type { ColumnHeader } from './column-header.ts';

/** Headers of OKR lists, each named by the first line that fits. A prefix such as 期末 or Q3 may stand before 目标值. */
const HEADERS: readonly (readonly [OkrField, RegExp])[] = [
  [
    'parent',
    /^((上级|上級|上层|上層|对齐|對齊|支撑|支撐|承接)(的)?(目标|目標|o)?|parent( objective)?|(aligned|contributes) to|aligns with|serves)$/i,
  ],
  ['objectiveOwner', /^((目标|目標|o)(负责人|負責人)|objective owner)$/i],
  ['stretch', /^(挑战值|挑戰值|挑战目标值?|挑戰目標值?|stretch( target| goal)?)$/i],
  [
    'either',
    /^(okrs?|o ?\/ ?krs?|okr ?(内容|內容|名称|名稱)|(目标|目標) ?[与與和及/、] ?(关键结果|關鍵結果)|objectives? ?(and|&|\/) ?key results?)$/i,
  ],
  [
    'objective',
    /^((公司|部门|部門|团队|團隊|战略|戰略|年度|季度)?(目标|目標)((名称|名稱|描述|内容|內容)|[ (]?o\)?)?|objectives?( ?\(o\))?|o)$/i,
  ],
  ['keyResult', /^((关键|關鍵)(结果|結果|成果).{0,12}|key results?.{0,12}|krs?( ?(名称|名稱|内容|內容|描述))?)$/i],
  ['start', /^(起始值|初始值|基线值?|基線值?|基准值?|基準值?|起点值?|起點值?|期初值|start(ing)?( value)?|baseline|from)$/i],
  ['target', /^(.{0,6}(目标值|目標值|目标数值|目標數值)|衡量标准|衡量標準|target( value)?|goal|to)$/i],
  [
    'current',
    /^((当前|當前|目前|最新|现|現)(值|进展|進展|进度值|進度值)|现状值?|現狀值?|(实际|實際|完成)值|current( value)?|actual( value)?|latest( value)?)$/i,
  ],
  ['unit', /^(计量|計量)?(单位|單位)$|^units?$/i],
  ['weight', /^((kr)? ?(权重|權重)(占比)?|weight(ing)?)$/i],
  ['owner', /^((负责|負責|责任|責任|主责|主責|牵头|牽頭)人|dri|(kr )?owner|responsible|lead)$/i],
  ['begin', /^((开始|開始|起始|启动|啟動)(日期?|时间|時間)|start(ing)? date|start day)$/i],
  ['due', /^((截止|截至|完成|到期|结束|結束)(日期?|时间|時間)|到期日|期限|due( date| by)?|deadline|end date|by when)$/i],
  ['cycle', /^((okr|考核|目标)?(周期|週期)|季度?|年度|cycle|quarter|period|time ?frame)$/i],
  ['level', /^(层级|層級|级别|級別|层面|層面|level|scope)$/i],
  ['kind', /^((目标|目標|okr|kr)?(类型|類型|类别|類別)|type|kind|ambition|committed\/aspirational)$/i],
  ['metric', /^((关联|對應|对应|關聯|衡量|连结|連結)? ?(kpi|指标|指標)(名称|名稱)?|(linked )?(kpi|metric)( name)?|measured by|measure)$/i],
  ['number', /^(序号|序號|编号|編號|no\.?|#|id|ref)$/i],
];

/** Columns of an OKR list by what they say. */
export type OkrColumns = ReadonlyMap<OkrField, ColumnHeader>;

/**
 * The columns of an OKR list: objectives beside their key results, or both in one column with something an OKR list has beside them.
 * Null for every other table. Of two columns for owners the first names who has the objective.
 */
export function okrColumns(headers: readonly ColumnHeader[]): OkrColumns | null {
  const columns = new Map<OkrField, ColumnHeader>();
  for (const header of headers) {
    const name = fold(header.name).replace(/ \(\d\)$/, '');
    const field = HEADERS.find(([, pattern]) => pattern.test(name))?.[0];
    if (!field) continue;
    const before = columns.get(field);
    if (before && field === 'owner') columns.set('objectiveOwner', before);
    if (!before || field === 'owner' || field === 'weight') columns.set(field, header);
  }
  const has = (field: OkrField) => columns.has(field);
  if (has('objective') && has('keyResult')) return columns;
  return has('either') && (has('target') || has('owner') || has('due') || has('weight')) ? columns : null;
}

import type { Groups } from '../groups.ts';

export const map: Groups['map'] = {
  title: '地圖',
  headline: (all, off, risk, worst) => {
    const are = (count: number, state: string) =>
      count === all && all > 1 ? `${all} 條主線都${state}` : `${all} 條主線中，${count} 條${state}`;
    return off + risk === 0
      ? `${all} 條主線，沒有一條偏離`
      : `${off ? are(off, '已偏離目標') : are(risk, '需要留意')}${worst === null ? '' : `，最要緊的是「${worst}」`}`;
  },
  empty: '這個週期還沒有目標。',
  hint: '直線是今天應到的位置；目標旁的標記取其下最差的狀態，不取平均。',
  keys: '方向鍵在目標之間移動，→ 展開，← 收合，Enter 進入。',
  openAll: '全部展開',
  closeAll: '全部收合',
  open: (title) => `顯示「${title}」的下層`,
  below: (keyResults, objectives) =>
    [keyResults ? `${keyResults} 項關鍵結果` : '', objectives ? `${objectives} 個下層目標` : ''].filter(Boolean).join('，'),
  status: '狀態',
  anyStatus: '全部',
  worst: (word) => `最差：${word}`,
  target: (value) => `目標 ${value}`,
  fromChildren: '含下層目標',
  alignedWith: (title, note) => `與「${title}」橫向對齊${note ? `：${note}` : ''}`,
  list: '目標展開',
  ends: {
    orphans: '沒有上層的目標',
    orphan: '沒有歸在任何上層目標之下',
    foreign: '上層目標不在本週期',
    withoutKeyResults: '沒有關鍵結果的目標',
    nothing: '無從衡量',
    withoutData: '沒有資料的關鍵結果',
    idle: '沒有服務任何目標的指標',
    points: (count) => `${count} 個資料點`,
    conflicts: 'KPI 與 OKR 不一致',
    more: (count) => `還有 ${count} 個`,
    none: '每個目標都有上層、有關鍵結果、有資料。',
  },
  form: {
    aligned: '橫向對齊',
    alignedHint: '不是上下層，卻互相幫助或互相牽制的另一個目標。在地圖上畫成一條虛線。',
    note: '兩者有什麼關係',
    notePlaceholder: '換用供應商 B 省了採購，卻推高退貨',
    add: '新增對齊的目標',
    remove: (title) => `取消與「${title}」的對齊`,
    children: '下層目標計入它的進度',
    childrenHint: '勾選後，進度由它自己的關鍵結果和下層目標一起彙總；不勾選時只算自己的關鍵結果。',
    childrenOnly: '它沒有自己的關鍵結果，所以一律以下層目標彙總。',
    weight: '在上層目標中的權重',
    weightHint: '與同層目標相比占多少，未填以 1 計',
  },
};

import type { Groups } from '../groups.ts';

export const map: Groups['map'] = {
  title: '地图',
  headline: (all, off, risk, worst) => {
    const are = (count: number, state: string) =>
      count === all && all > 1 ? `${all} 条主线都${state}` : `${all} 条主线里，${count} 条${state}`;
    return off + risk === 0
      ? `${all} 条主线，没有一条跑偏`
      : `${off ? are(off, '已偏离') : are(risk, '要盯住')}${worst === null ? '' : `，最要紧的是“${worst}”`}`;
  },
  empty: '这个周期还没有目标。',
  hint: '竖线是今日应到的位置；目标旁的标记取它下面最差的状态，不取平均。',
  keys: '方向键在目标之间移动，→ 展开，← 收起，回车进入。',
  openAll: '全部展开',
  closeAll: '全部收起',
  open: (title) => `显示“${title}”的下级`,
  below: (keyResults, objectives) =>
    [keyResults ? `${keyResults} 个关键结果` : '', objectives ? `${objectives} 个下级目标` : ''].filter(Boolean).join('，'),
  status: '状态',
  anyStatus: '全部',
  worst: (word) => `最差：${word}`,
  target: (value) => `目标 ${value}`,
  fromChildren: '含下级目标',
  alignedWith: (title, note) => `与“${title}”横向对齐${note ? `：${note}` : ''}`,
  list: '目标拆解',
  ends: {
    orphans: '没有上级的目标',
    orphan: '没有挂在任何上级目标下',
    foreign: '上级目标不在本周期',
    withoutKeyResults: '没有关键结果的目标',
    nothing: '无从衡量',
    withoutData: '没有数据的关键结果',
    idle: '没有服务于任何目标的指标',
    points: (count) => `${count} 个数据点`,
    conflicts: 'KPI 与 OKR 不一致',
    more: (count) => `还有 ${count} 个`,
    none: '每个目标都有上级、有关键结果、有数据。',
  },
  form: {
    aligned: '横向对齐',
    alignedHint: '不是上下级，却相互帮助或相互牵制的另一个目标。在地图上画成一条虚线。',
    note: '两者有什么关系',
    notePlaceholder: '换用供应商 B 省了采购，推高了退货',
    add: '添加对齐的目标',
    remove: (title) => `取消与“${title}”的对齐`,
    children: '下级目标计入它的进度',
    childrenHint: '勾选后，进度由它自己的关键结果和下级目标一起汇总；不勾选时只算它自己的关键结果。',
    childrenOnly: '它没有自己的关键结果，所以总是按下级目标汇总。',
    weight: '在上级目标中的权重',
    weightHint: '与同级目标相比占多少，不填按 1 计',
  },
};

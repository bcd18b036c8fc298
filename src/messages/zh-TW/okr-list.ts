import type { Groups } from '../groups.ts';

/** Words for the OKR list of a file. */
export const okrList: Groups['later']['okrList'] = {
  title: '檔案裡的目標與關鍵結果',
  understood: (keyResults, linked) => `${keyResults} 個關鍵結果，其中 ${linked} 個已連結指標。請核對，可以修正或不加入。`,
  cycle: (name, from, to) => `週期 ${name}：${from} 至 ${to}`,
  headline: (objectives, keyResults) => `看懂了：${objectives} 個目標，${keyResults} 個關鍵結果`,
  accept: (metrics, keyResults) => (metrics ? `匯入 ${metrics} 個指標和 ${keyResults} 個關鍵結果` : `匯入 ${keyResults} 個關鍵結果`),
  fresh: (keyResults, first) => `OKR 表裡有 ${keyResults} 個關鍵結果看板上還沒有，例如「${first}」。`,
  look: '前往查看',
};

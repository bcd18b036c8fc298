import type { Groups } from '../groups.ts';

/** 把圖表存成圖片。 */
export const pictures: Groups['pictures'] = {
  save: '儲存圖片：',
  made: (name, size) => `已儲存 ${name}（${size}）。`,
  failed: (why) => `圖片無法產生：${why}`,
  fileName: (title, iso) => `${title}-${iso}`,
  asOf: (day) => `截至 ${day}`,
  only: (what) => `只含：${what}`,
  tried: (what) => `試算：${what}`,
};

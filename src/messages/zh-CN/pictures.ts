import type { Groups } from '../groups.ts';

/** 把图表存成图片。 */
export const pictures: Groups['pictures'] = {
  save: '保存图片：',
  made: (name, size) => `已保存 ${name}（${size}）。`,
  failed: (why) => `图片没能生成：${why}`,
  fileName: (title, iso) => `${title}-${iso}`,
  asOf: (day) => `截至 ${day}`,
  only: (what) => `只含：${what}`,
  tried: (what) => `试算：${what}`,
};

/** Pairs of Traditional and Simplified characters that occur in the words of KPI sheets. */
const PAIRS =
  '總总計计臺台萬万億亿圓圆幣币歐欧鎊镑銖铢韓韩門门單单筆笔戶户時时間间鐘钟噸吨輛辆隻只張张條条項项場场點点個个畝亩雙双對对冊册頁页車车學学課课區区數数據据標标稱称劃划預预實实際际績绩營营銷销額额產产費费潤润訂订庫库員员編编淨净離离職职轉转評评滿满週周線线來来達达備备註注說说審审統统資资匯汇彙汇類类餘余業业務务佔占環环電电話话號号證证訪访覽览載载簽签報报級级層层組组價价暫暂無无適适寫写財财會会貨货補补責责廠厂團团隊队負负帳账現现開开網网頻频購购櫃柜國国華华訊讯軟软誤误罄罄顆颗賣卖內内軸轴績绩製制濟济權权興兴療疗診诊護护藥药';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[i * 2]!, PAIRS[i * 2 + 1]!]),
);

/** The text in Simplified characters, so that one vocabulary serves both scripts. Only for comparing: names stay as written. */
export function simplified(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  let folded = '';
  for (const character of text) folded += SIMPLIFIED.get(character) ?? character;
  return folded;
}

/** A figure as it was written, and as it is to be written now. */
export interface Rewritten {
  readonly from: string;
  readonly to: string;
}

const DIGIT = /[\d.,]/;
/** A minus may be written in two ways. */
const plainMinus = (text: string) => text.replaceAll('\u2212', '-');

/**
 * A title with old figures replaced by new ones: 'Trial conversion 3.2% → 4.5%' goes on as '3.8% → 5.1%'. Only whole figures are: the 2 of
 * '24' is none. All are looked for in the old title, so that a new figure is not taken for an old one.
 */
export function retitle(title: string, figures: readonly Rewritten[]): string {
  const plain = plainMinus(title);
  let text = '';
  for (let at = 0; at < title.length;) {
    const found = figures.find(({ from }) => {
      if (!from || !plain.startsWith(plainMinus(from), at)) return false;
      const [before, after, further] = [plain[at - 1] ?? '', plain[at + from.length] ?? '', plain[at + from.length + 1] ?? ''];
      const goesOn = /\d/.test(after) || (/[.,]/.test(after) && /\d/.test(further));
      return !DIGIT.test(before) && !goesOn;
    });
    text += found ? found.to : title[at];
    at += found ? found.from.length : 1;
  }
  return text;
}

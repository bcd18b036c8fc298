/** Chinese: a blank stands between Chinese and figures, never between two Chinese characters. */
export const tight = (text: string): string => text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');

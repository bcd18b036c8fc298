/** Words of charts that are saved as pictures. */
export const pictures = {
  save: 'Save picture:',
  made: (name: string, size: string) => `${name} was saved (${size}).`,
  failed: (why: string) => `The picture could not be made: ${why}`,
  fileName: (title: string, iso: string) => `${title}-${iso}`,
  asOf: (day: string) => `As of ${day}`,
  /** A filter is on: what can be seen is not all. */
  only: (what: string) => `Only: ${what}`,
  tried: (what: string) => `What-if: ${what}`,
};

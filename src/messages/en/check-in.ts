/** Words of check-ins: what people say beside the figures. */
export const checkIn = {
  by: 'Who says so',
  change: 'Change the check-in',
  changeOf: (day: string) => `Change: ${day}`,
  empty: 'Give a value, a confidence or a note.',
  history: 'Confidence and chance',
  said: 'confidence',
  computed: 'computed chance on that day',
  recent: 'Latest check-ins',
  saidBy: (name: string) => `said by ${name}`,
};

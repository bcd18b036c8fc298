export const meeting = {
  title: 'Review',
};

export const cycle = {
  title: 'Cycle',
};

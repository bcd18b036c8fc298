export const boardTrial = {
  title: 'What-if',
};

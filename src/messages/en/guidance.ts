export const guidance = {
  title: 'Worth a look',
};

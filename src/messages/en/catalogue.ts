export const catalogue = {
  title: 'KPI catalogue',
};

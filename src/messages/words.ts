/** How the page is coloured: as the system says, or fixed. */
export type Theme = 'auto' | 'light' | 'dark';

/** A period (or step) inside its limit, outside it, or still to come. */
export type Pip = 'inside' | 'outside' | 'to-come';

import { describe } from 'vitest';
import { findsNoBarrier } from './support/barriers.ts';

describe('in light', () => findsNoBarrier('light'));

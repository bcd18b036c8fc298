import { describe } from 'vitest';
import { findsNoBarrier } from './support/barriers.ts';

describe('in dark', () => findsNoBarrier('dark'));

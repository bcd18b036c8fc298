import * as v from 'valibot';
import type { Scenario } from '../domain/workspace.ts';
import { scenario } from './workspace-schema.ts';

/** A scenario out of unchecked data, or null. */
export function parseScenario(value: unknown): Scenario | null {
  const checked = v.safeParse(scenario satisfies v.GenericSchema<unknown, Scenario>, value, { abortEarly: true });
  return checked.success ? checked.output : null;
}

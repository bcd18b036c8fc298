/** Readings in steps since the start and in the model's own unit. */
export interface Readings {
  readonly t: Float64Array;
  readonly z: Float64Array;
}

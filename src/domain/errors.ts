/** Where in a file something stands. */
export interface FilePlace {
  readonly file: string;
  readonly sheet?: string;
  readonly cell?: string;
}

/** Why a file was refused. The words are in messages/; `where` names the spot. */
export interface ImportError {
  readonly code:
    | 'empty-file'
    | 'no-table'
    | 'no-data'
    | 'no-number-column'
    | 'no-period-column'
    | 'unsupported-format'
    | 'corrupt-file'
    | 'password-protected'
    | 'too-large'
    | 'too-many-cells'
    | 'forbidden-content'
    | 'timed-out'
    | 'cancelled'
    | 'worker-failed';
  readonly where: FilePlace;
  /** A fact to show beside the words: a limit, a format name. Never a sentence. */
  readonly detail?: string;
}

/** Why a stored or shared document was refused. Nothing of the reader's own was touched. */
export interface LoadError {
  readonly code:
    | 'not-json'
    | 'not-a-workspace'
    | 'newer-version'
    | 'invalid'
    | 'broken-reference'
    | 'damaged-link'
    | 'truncated-link'
    | 'too-large'
    | 'unreachable';
  /** Path inside the document, where it applies. */
  readonly path?: string;
  readonly detail?: string;
}

/** Why a key result has no series. */
export interface SeriesError {
  readonly code: 'not-linked' | 'missing-metric' | 'missing-dataset' | 'missing-column' | 'no-points';
  readonly name?: string;
}

/** Why the reader's own board is not kept as it should be. Each stays in sight until it is settled. */
export type Trouble =
  /** Another tab has saved since; the edits of this one are only here. */
  | { readonly kind: 'conflict' }
  /** The browser refused to write; `detail` is the name of its error, such as QuotaExceededError. */
  | { readonly kind: 'failed'; readonly detail?: string | undefined }
  /** The browser keeps nothing at all. */
  | { readonly kind: 'nowhere' }
  /** A newer version of the page wrote the board: it is `shown` as far as it is understood, and never written over. */
  | { readonly kind: 'newer'; readonly raw: unknown; readonly shown: boolean }
  | { readonly kind: 'unreadable'; readonly raw: unknown };

/** How the reader's own board is kept in this browser. */
class Keeping {
  troubles = $state.raw<readonly Trouble[]>([]);
  /** Another tab edits the board; this one shows what it does. */
  follows = $state(false);
  /** The other tab could not hand over: it has edits that it cannot save. */
  refused = $state(false);

  tell(trouble: Trouble): void {
    this.troubles = [...this.troubles.filter(({ kind }) => kind !== trouble.kind), trouble];
  }

  settle(...kinds: readonly Trouble['kind'][]): void {
    if (this.troubles.some(({ kind }) => kinds.includes(kind))) this.troubles = this.troubles.filter(({ kind }) => !kinds.includes(kind));
  }
}

export const keeping = new Keeping();

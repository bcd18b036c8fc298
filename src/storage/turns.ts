/** `writer`: this page edits; `follower`: another one does; `free`: no locks here (plain http), so that every page may, and each save compares. */
export type Role = 'writer' | 'follower' | 'free';

export interface TurnsOptions {
  readonly name: string;
  /** Absent without a secure context. */
  readonly locks: LockManager | undefined;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: BroadcastChannel['onmessage'] };
  /** Whether nobody looks at this page: then another one may take its turn without asking. */
  readonly isHidden: () => boolean;
  /** The turn came, or went; it went by force where the page could not hand over by itself. */
  readonly onRole: (role: Role) => void;
  /** Saves what is unsaved before the turn is handed over; false where that failed, and the turn is kept. */
  readonly handOver: () => Promise<boolean>;
  /** Another page has saved. */
  readonly onNews: () => void;
  /** Longest wait for an answer, in milliseconds. */
  readonly patience?: number;
}

export interface Turns {
  readonly role: Role;
  /** Takes the turn if nobody has it; otherwise waits in line for it. */
  begin(): Promise<Role>;
  /** Asks for the turn: `insist` as a person who clicked, else only if nobody looks at the page that has it. */
  ask(insist: boolean): Promise<'taken' | 'refused'>;
  /** Tells the other pages that there is something newer. */
  tell(): void;
}

type Message =
  | { readonly kind: 'news' }
  | { readonly kind: 'ask'; readonly from: string; readonly insist: boolean }
  | { readonly kind: 'yours' | 'mine'; readonly to: string };

/** Longest wait for the page that has the turn, in milliseconds: a frozen one does not answer, and has saved when it was hidden. */
const PATIENCE = 1_000;

/** Who may write, agreed among the tabs of one browser: a Web Lock is the turn, a channel hands it on. */
export function takeTurns({ name, locks, channel, isHidden, onRole, handOver, onNews, patience = PATIENCE }: TurnsOptions): Turns {
  const self = Math.random().toString(36).slice(2);
  let role: Role = 'free';
  let begun = false;
  let release: (() => void) | null = null;
  let waiting: AbortController | null = null;
  let answered: ((kind: 'yours' | 'mine') => void) | null = null;

  const become = (next: Role) => {
    if (role === next) return;
    role = next;
    onRole(next);
  };
  const post = (message: Message) => channel.postMessage(message);

  /** Asks for the lock; what is returned settles when it is known whether it was granted. */
  function request(options: LockOptions): Promise<'granted' | 'busy' | 'impossible'> {
    return new Promise((resolve) => {
      const granted = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock ? 'granted' : 'busy');
        if (!lock) return undefined;
        if (waiting && waiting.signal !== options.signal) waiting.abort();
        waiting = null;
        const held = new Promise<void>((done) => {
          release = done;
        });
        become('writer');
        return held;
      };
      if (!locks) return resolve('impossible');
      locks.request(name, options, granted).catch((cause: unknown) => {
        resolve('impossible');
        // Stolen: another page took the turn.
        if (role === 'writer' && cause instanceof DOMException && cause.name === 'AbortError' && !options.signal?.aborted) lose();
      });
    });
  }

  function wait(): void {
    if (waiting || role !== 'follower') return;
    waiting = new AbortController();
    void request({ signal: waiting.signal });
  }

  /** Lets the turn go, and waits in line for it: after a while where it was promised to another page, which is about to take it. */
  function lose(promised = false): void {
    release?.();
    release = null;
    become('follower');
    if (promised) setTimeout(wait, patience);
    else wait();
  }

  async function answerTo(from: string, insist: boolean): Promise<void> {
    const hands = (insist || isHidden()) && (await handOver());
    post({ kind: hands ? 'yours' : 'mine', to: from });
    if (hands && role === 'writer') lose(true);
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'news') onNews();
    else if (data.kind === 'ask') {
      if (role === 'writer') void answerTo(data.from, data.insist);
    } else if (data.to === self) answered?.(data.kind);
  };

  const turns: Turns = {
    get role() {
      return role;
    },
    async begin() {
      if (begun) return role;
      begun = true;
      // A page without an origin of its own may not lock: it then does without, too.
      if ((await request({ ifAvailable: true })) === 'busy') lose();
      return role;
    },
    async ask(insist) {
      if (role !== 'follower' || answered) return role === 'writer' ? 'taken' : 'refused';
      const answer = await new Promise<'yours' | 'mine'>((resolve) => {
        answered = resolve;
        setTimeout(() => resolve('yours'), patience);
        post({ kind: 'ask', from: self, insist });
      });
      answered = null;
      if (answer === 'mine') return 'refused';
      // The turn may have come in line meanwhile; to take it by force then would be to take it from this page itself.
      if (turns.role === 'writer') return 'taken';
      waiting?.abort();
      waiting = null;
      return (await request({ steal: true })) === 'granted' ? 'taken' : 'refused';
    },
    tell: () => post({ kind: 'news' }),
  };
  return turns;
}

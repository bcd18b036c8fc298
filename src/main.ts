import { mount } from 'svelte';
import { dayOf } from './domain/calendar.ts';
import { hosted } from './state/hosted.svelte.ts';
import { preferences } from './state/preferences.svelte.ts';
import { session } from './state/session.svelte.ts';
import { store } from './state/workspace-store.svelte.ts';
import { view } from './state/view.svelte.ts';
import './ui/shell/tokens.css';
import './ui/shell/base.css';
import './ui/shell/controls.css';
import './ui/shell/summary.css';
import App from './ui/shell/App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');

// The reader's own calendar day: the only place where the clock is read for the verdict.
const now = new Date();
view.today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());

store.framed = window.self !== window.top;

// A published board is asked for at once, and what reads and shows it while it arrives.
hosted.begin(() => void Promise.all([import('./ui/board/load-board.ts'), import('./storage/decode.ts')]));
// Words and what looks after the board are fetched at the same time.
const beginning = import('./state/keeper.ts').then(({ openKeeper }) => session.start(openKeeper()));
await preferences.restore();
// The frame of the page comes before the board.
mount(App, { target });
await beginning;

// `npm run check`: types and lint, for use while writing.
import { finish } from './steps.mjs';
import { lint, types } from './static.mjs';

finish(await Promise.all([types(), lint()]));

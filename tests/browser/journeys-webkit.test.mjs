// The journeys, gone in WebKit.

import { goAll } from './support/journeys.mjs';

await goAll('WebKit');

// The journeys, gone in Chromium.

import { goAll } from './support/journeys.mjs';

await goAll('Chromium');

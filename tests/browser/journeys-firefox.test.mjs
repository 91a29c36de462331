// The journeys, gone in Firefox.

import { goAll } from './support/journeys.mjs';

await goAll('Firefox');

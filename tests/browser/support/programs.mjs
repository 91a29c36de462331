// Programs of this machine.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is installed. */
export function findProgram(names, folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]) {
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// A static host as plain as they come: what a publisher's web server does with the built folder.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};
const COMPRESSED = /^(text\/|image\/svg|application\/(json|xml))/;

/**
 * Serves a folder below `path` on the loopback interface. The address is known before there is a folder to
 * serve, because a site is built for its address: set `folder` once it is there.
 *
 * @param {{port?: number, path?: string}} options `port` 0 takes any that is free
 * @returns {Promise<{base: string, folder: string | undefined, close: () => void}>} `base` ends with `/`
 */
export async function serve({ port = 0, path = '/sub/' } = {}) {
  const site = { folder: undefined };
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(site.folder, path, request.url);
    const headers = { 'content-type': type };
    const squeeze = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (squeeze) headers['content-encoding'] = 'gzip';
    const bytes = squeeze ? gzipSync(body, { level: 9 }) : body;
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  site.base = `http://127.0.0.1:${server.address().port}${path}`;
  site.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return site;
}

async function answer(folder, path, url) {
  const file = folder && (await fileAt(folder, path, url));
  if (file) return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  const body = folder ? await readFile(join(folder, '404.html')).catch(() => Buffer.of()) : Buffer.of();
  return { status: 404, type: TYPES['.html'], body };
}

/** The file that an address stands for; none when it is outside the folder or hidden. */
async function fileAt(folder, path, url) {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(path)) return undefined;
  const inside = normalize(`/${decodeURIComponent(pathname.slice(path.length))}`);
  if (inside.includes('/.')) return undefined;
  const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  return (await stat(file).catch(() => undefined))?.isFile() ? file : undefined;
}

/**
 * Draws the picture that stands for an event without one in shared links: `node client/e2e/share-picture.ts FILE`.
 * 1200 × 630, as Open Graph readers expect; what matters is in the middle square, which is what WeChat cuts out.
 */
import { launchBrowser } from './harness/browser.ts';

const [file = 'server/http/share.jpg'] = process.argv.slice(2);
const SIZE = { width: 1200, height: 630 };

/** The same sky every time. */
function* stars(count: number): Generator<string> {
  let seed = 20_261_125;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let index = 0; index < count; index += 1) {
    const [x, y, size] = [next() * SIZE.width, next() ** 1.4 * SIZE.height * 0.9, 0.6 + next() ** 3 * 2];
    yield `<circle cx="${x}" cy="${y}" r="${size}" fill="#f4efe6" opacity="${0.15 + next() * 0.6}"/>`;
  }
}

const html = `<!doctype html><body style="margin:0;background:#0c0b10">
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
  <defs><radialGradient id="glow" cx=".5" cy="1.05" r=".75">
    <stop offset="0" stop-color="#e8432d" stop-opacity=".75"/><stop offset=".35" stop-color="#e8432d" stop-opacity=".22"/>
    <stop offset="1" stop-color="#0c0b10" stop-opacity="0"/></radialGradient></defs>
  ${[...stars(170)].join('')}
  <rect width="1200" height="630" fill="url(#glow)"/>
  <g transform="translate(504 92) scale(6)">
    <path d="M16 5c1.5 6 9 9 9 16a9 9 0 0 1-18 0c0-3.6 2-6 4-8 .5 2.2 1.4 3.3 2.6 4C13 13 14.2 9 16 5Z" fill="#e8432d"/>
    <path d="M16 17c.8 3 4 4 4 7a4 4 0 0 1-8 0c0-3 3.2-4 4-7Z" fill="#f5b942"/></g>
  <g text-anchor="middle" fill="#f4efe6">
    <text x="600" y="390" font-size="92" font-weight="700" font-family="'Noto Serif SC','Noto Serif CJK SC',serif" letter-spacing="10">新力现场</text>
    <text x="600" y="462" font-size="34" font-family="system-ui,sans-serif" fill="#f5b942" letter-spacing="6">XINLI LIVE</text>
    <text x="600" y="540" font-size="30" font-family="'Noto Sans SC','Noto Sans CJK SC',sans-serif" fill="#d9cfc0">聚是一团火，散作满天星</text></g>
</svg>`;

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: SIZE });
await page.setContent(html);
await page.screenshot({ path: file, type: 'jpeg', quality: 88 });
await browser.close();

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { darkness, develop, stillNoise } from './clip/light.ts';
import { drawNight, drawTowers, drawWater, skyline } from './clip/shore.ts';
import { compose } from './clip/sound.ts';
import { drawHearth, drawSparks, scattering } from './clip/sparks.ts';

/**
 * The demo event's picture, made anew: `npm run clip`. A fire gathers, scatters into stars and gathers again, without
 * an end. Needs ffmpeg and the font Noto Serif CJK SC; what it makes is in the repository, so nobody else needs them.
 */
const folder = fileURLToPath(new URL('../assets/demo/', import.meta.url));
const [width, height, rate, seconds] = [1280, 720, 25, 24];
const hearth = 500;

const font = execFileSync('fc-match', ['-f', '%{file}', 'Noto Serif CJK SC:bold'], { encoding: 'utf8' });

/** Words come and go within the clip, so that none is cut at its end. */
const words = (text: string, from: number, to: number): string =>
  [
    `drawtext=text='${text}':fontfile=${font}:fontsize=54:fontcolor=0xF4EFE6`,
    `x=(w-text_w)/2:y=596:shadowcolor=0x0C0B10@0.7:shadowx=0:shadowy=2`,
    `alpha='clip(min(t-${from},${to}-t)/1.4,0,1)'`,
  ].join(':');

const scratch = mkdtempSync(join(tmpdir(), 'xinli-clip-'));
const music = join(scratch, 'music.raw');
const { rate: sampleRate, samples } = compose(seconds);
writeFileSync(music, samples);

for (const name of readdirSync(folder)) rmSync(join(folder, name));
const options = [
  `-loglevel error -y -f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${rate} -i pipe:0`,
  `-f s16le -ar ${sampleRate} -ac 2 -i ${music} -map_metadata -1 -fflags +bitexact -shortest`,
  '-c:v libx264 -profile:v main -preset slow -crf 27 -pix_fmt yuv420p -color_range tv',
  '-g 100 -keyint_min 100 -sc_threshold 0 -c:a aac -b:a 72k',
  '-f hls -hls_time 4 -hls_playlist_type vod -hls_segment_type fmp4 -hls_fmp4_init_filename init.mp4',
  '-hls_segment_filename clip-%d.m4s',
].flatMap((line) => line.split(' '));
const text = [words('聚是一团火', 1.2, 8.6), words('散作满天星', 12.6, 19.6)].join(',');
const ffmpeg = spawn('ffmpeg', [...options, '-vf', text, 'clip.m3u8'], {
  cwd: folder,
  stdio: ['pipe', 'inherit', 'inherit'],
});

const light = darkness(width, height);
const noise = stillNoise(width, height);
const towers = skyline(width);
for (let frame = 0; frame < rate * seconds; frame += 1) {
  const phase = frame / (rate * seconds);
  drawNight(light, hearth, scattering(phase));
  drawHearth(light, phase, hearth);
  drawSparks(light, phase, hearth);
  drawTowers(light, towers, hearth);
  drawWater(light, phase, hearth);
  const picture = Buffer.alloc(width * height * 3);
  develop(light, noise, picture);
  if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
}
ffmpeg.stdin.end();
const [code] = (await once(ffmpeg, 'exit')) as [number | null];
rmSync(scratch, { recursive: true });
if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);

const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
process.stdout.write(`${folder}: ${(bytes / 1024).toFixed(0)} KB\n`);

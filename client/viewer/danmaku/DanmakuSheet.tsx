import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { AREAS, DEFAULT_DANMAKU, OPACITY } from '../../ui/danmaku/settings.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Segments } from '../../ui/parts/Segments.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import styles from './DanmakuSheet.module.css';
import type { DanmakuControl } from './use-danmaku-settings.ts';

/** How danmaku fly, changed while they do. */
export function DanmakuSheet({ danmaku, onClose }: { danmaku: DanmakuControl; onClose: () => void }) {
  const { t } = useLingui();
  const { isOn, turn, settings, change } = danmaku;
  return (
    <Sheet title={<Trans>弹幕设置</Trans>} onClose={onClose} isClear>
      <div className={styles.settings}>
        <Toggle isOn={isOn} onChange={turn}>
          <Trans>显示弹幕</Trans>
        </Toggle>
        <Segments
          label={t`显示区域`}
          chosen={String(settings.areaPercent)}
          onChange={(area) => change({ areaPercent: Number(area) })}
          options={AREAS.map((area) => ({
            value: String(area),
            words: area === 100 ? <Trans>全屏</Trans> : `${area}%`,
          }))}
        />
        <Segments
          label={t`字号`}
          chosen={settings.size}
          onChange={(size) => change({ size })}
          options={[
            { value: 'small', words: <Trans>小</Trans> },
            { value: 'medium', words: <Trans>中</Trans> },
            { value: 'large', words: <Trans>大</Trans> },
            { value: 'huge', words: <Trans>特大</Trans> },
          ]}
        />
        <Segments
          label={t`速度`}
          chosen={settings.speed}
          onChange={(speed) => change({ speed })}
          options={[
            { value: 'slow', words: <Trans>慢</Trans> },
            { value: 'normal', words: <Trans>适中</Trans> },
            { value: 'fast', words: <Trans>快</Trans> },
          ]}
        />
        <Segments
          label={t`密度`}
          chosen={settings.density}
          onChange={(density) => change({ density })}
          options={[
            { value: 'few', words: <Trans>少</Trans> },
            { value: 'some', words: <Trans>一般</Trans> },
            { value: 'many', words: <Trans>多</Trans> },
          ]}
        />
        <Opacity
          percent={settings.opacityPercent}
          onChange={(opacityPercent) => change({ opacityPercent })}
        />
        <p className={styles.note}>
          <Trans>画面上放不下的弹幕不会补放；评论列表里都能看到。</Trans>
        </p>
        <Button tone="quiet" onClick={() => change(DEFAULT_DANMAKU)}>
          <Trans>恢复默认</Trans>
        </Button>
      </div>
    </Sheet>
  );
}

function Opacity({ percent, onChange }: { percent: number; onChange: (percent: number) => void }) {
  const id = useId();
  return (
    <div className={styles.opacity}>
      <label htmlFor={id} className={styles.label}>
        <Trans>不透明度</Trans>
      </label>
      <output htmlFor={id} className={styles.value}>
        {percent}%
      </output>
      <input
        id={id}
        type="range"
        className={styles.range}
        {...OPACITY}
        value={percent}
        aria-valuetext={`${percent}%`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ScreenName } from '#shared/model/ids.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Select } from '../parts/Select.tsx';
import { type Shape, SHAPES } from './Monitor.tsx';
import styles from './ScreenPanel.module.css';

type Props = {
  names: readonly ScreenName[];
  chosen: ScreenName;
  onChoose: (name: ScreenName) => void;
  shape: Shape;
  onShape: (shape: Shape) => void;
};

/** Which screen is worked on, where there are several, and in which shape it is looked at. */
export function ScreenChoice({ names, chosen, onChoose, shape, onShape }: Props) {
  const { t } = useLingui();
  const screens = useEventState((state) => state.screens);
  const nameOf = (name: ScreenName): string =>
    screens[name]?.label || (name === MAIN_SCREEN ? t`主屏` : name);
  return (
    <div className={styles.choices}>
      {names.length > 1 && (
        <Select
          label={t`屏幕`}
          value={String(chosen)}
          options={names.map((name) => ({ value: String(name), label: nameOf(name) }))}
          onChange={(name) => onChoose(name as ScreenName)}
        />
      )}
      <Select
        label={t`画幅`}
        value={shape}
        options={(Object.keys(SHAPES) as Shape[]).map((each) => ({ value: each, label: each }))}
        onChange={onShape}
      />
    </div>
  );
}

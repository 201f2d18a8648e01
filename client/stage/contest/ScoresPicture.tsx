import { Trans } from '@lingui/react/macro';
import type { EntryReveal, ShownFigure } from '../../ui/contest/reveal.ts';
import { ExplanationLine } from '../../ui/contest/ExplanationLine.tsx';
import { Fit } from '../frame/Fit.tsx';
import { Arrive } from './Arrive.tsx';
import { Dots } from './Dots.tsx';
import { Portrait } from './Portrait.tsx';
import { RollingFigure } from './RollingFigure.tsx';
import styles from './ScoresPicture.module.css';
import { Seats } from './Seats.tsx';
import { WorkTitle } from './WorkTitle.tsx';

/** Judge by judge, the highest and lowest struck through, then the figure and how it came about (SC-17). */
export function ScoresPicture({ reveal }: { reveal: EntryReveal }) {
  const { person, seats, figure, isCorrected } = reveal;
  return (
    <article className={styles.scores}>
      <header className={styles.person}>
        <Portrait person={person} className={styles.portrait} />
        <Fit className={styles.fit} least={0.5}>
          <h1 className={styles.name} dir="auto">
            {person.name}
          </h1>
          <p className={styles.organisation} dir="auto">
            {person.organisation}
          </p>
          {person.title && <WorkTitle className={styles.title} title={person.title} isInLine />}
        </Fit>
      </header>
      <div className={styles.board}>
        {seats.length > 0 && <Seats seats={seats} />}
        <div className={styles.result}>
          {figure ? <Figure figure={figure} key={figure.value} /> : <Waiting />}
          {isCorrected && (
            <p className={styles.corrected}>
              <Trans>本项成绩已更正，以最终公布为准</Trans>
            </p>
          )}
        </div>
      </div>
    </article>
  );
}

function Figure({ figure }: { figure: ShownFigure }) {
  return (
    <>
      <Arrive className={styles.line}>
        <span className={styles.label}>
          {figure.isFinal ? <Trans>最终得分</Trans> : <Trans>评委得分</Trans>}
        </span>
        <span className={styles.figure}>
          {figure.value === null ? '—' : <RollingFigure value={figure.value} isEmber />}
        </span>
      </Arrive>
      <Arrive className={styles.explanation} delayMs={900}>
        {figure.value === null ? <Trans>没有有效评分</Trans> : <ExplanationLine figure={figure} />}
      </Arrive>
    </>
  );
}

const Waiting = () => (
  <p className={styles.waiting}>
    <Trans>统分中</Trans> <Dots />
  </p>
);

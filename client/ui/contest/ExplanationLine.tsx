import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { unreachable } from '#shared/rules/unreachable.ts';
import type { Explanation, ShownFigure } from './reveal.ts';

/** How a figure came about, in one line that a hall can follow. */
export function ExplanationLine({ figure }: { figure: ShownFigure }) {
  const { t } = useLingui();
  const { explanation, before, penalty, judgesWeight, isFinal } = figure;
  return (
    <>
      {explanation && <Rule explanation={explanation} />}
      {before !== null && <> {before}</>}
      {penalty !== null &&
        (isFinal ? (
          <>
            {t`；`}
            <Trans>时限扣 {short(penalty)} 分</Trans>
          </>
        ) : (
          <>
            {t`；`}
            <Trans>时限另扣 {short(penalty)} 分</Trans>
          </>
        ))}
      {judgesWeight !== null && (
        <>
          {t`；`}
          <Trans>评委分占 {judgesWeight}%</Trans>
        </>
      )}
    </>
  );
}

const short = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

function Rule({ explanation }: { explanation: Explanation }) {
  switch (explanation.rule) {
    case 'trimmedMean':
      return <Trimmed {...explanation} />;
    case 'tooFew':
      return <Trans>不足 {explanation.minJudges} 位评委，取全部平均分</Trans>;
    case 'mean':
      return explanation.counted === null ? (
        <Trans>评委平均分</Trans>
      ) : (
        <Plural value={explanation.counted} other="# 位评委平均分" />
      );
    case 'median':
      return <Trans>评委打分的中位数</Trans>;
    case 'rankPoints':
      return <Trans>各评委名次积分之和</Trans>;
    case 'zMean':
      return <Trans>各评委标准分的平均</Trans>;
    default:
      return unreachable(explanation);
  }
}

function Trimmed({ high, low, dropped, counted }: Extract<Explanation, { rule: 'trimmedMean' }>) {
  const { t } = useLingui();
  const highest = dropped?.high.join(t`、`);
  const lowest = dropped?.low.join(t`、`);
  return (
    <>
      {high !== 1 || low !== 1 ? (
        <Trans>
          去掉 {high} 个最高分、{low} 个最低分
        </Trans>
      ) : highest && lowest ? (
        <Trans>
          去掉一个最高分 {highest}、一个最低分 {lowest}
        </Trans>
      ) : (
        <Trans>去掉一个最高分、一个最低分</Trans>
      )}
      {t`，`}
      {counted === null ? <Trans>其余平均</Trans> : <Plural value={counted} other="其余 # 位平均" />}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Qr } from '../../ui/parts/Qr.tsx';
import type { Certificate } from './certificate.ts';
import { resultLink } from './result-link.ts';
import styles from './ResultSheet.module.css';

/** By what anybody can check the result, and how. */
export function ProofOfResult({ certificate }: { certificate: Certificate }) {
  const { t } = useLingui();
  const { event, plan, ruleHash, chain, signer, signature } = certificate;
  const address = `${window.location.origin}${resultLink(event.slug, plan.id)}`;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Trans>怎样核验</Trans>
      </h2>
      <div className={styles.proof}>
        <div>
          <ol className={styles.steps}>
            <li>
              <Trans>在本页下载成绩单文件，里面有规则、每张评分表、票数和整条记录链。</Trans>
            </li>
            <li>
              <Trans>在任何一台电脑上运行下面的命令：它只用这一个文件重算全部成绩，逐条比对。</Trans>
              <code className={styles.command}>
                xinli verify {event.slug}-{plan.id}.json
              </code>
            </li>
            <li>
              <Trans>把签名指纹与现场大屏上的比对；一致，就是当晚那台服务器签发的。</Trans>
            </li>
          </ol>
          <dl className={styles.hashes}>
            <dt>
              <Trans>规则哈希</Trans>
            </dt>
            <dd>{ruleHash}</dd>
            <dt>
              <Trans>记录链（第 {chain.tip.seq} 条）</Trans>
            </dt>
            <dd>{chain.tip.hash}</dd>
            <dt>
              <Trans>签名指纹</Trans>
            </dt>
            <dd className={styles.print}>{signer.fingerprint}</dd>
            <dt>
              <Trans>公钥（{signer.algorithm}）</Trans>
            </dt>
            <dd>{signer.publicKey}</dd>
            <dt>
              <Trans>签名</Trans>
            </dt>
            <dd>{signature}</dd>
          </dl>
        </div>
        <figure className={styles.code}>
          <Qr text={address} label={t`成绩单网址二维码：${address}`} />
          <figcaption>
            <Trans>扫码看原件</Trans>
          </figcaption>
        </figure>
      </div>
    </section>
  );
}

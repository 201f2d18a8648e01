import { Trans } from '@lingui/react/macro';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { KeyForm } from './KeyForm.tsx';

/** The door without a key: where keys come from, and a place to put one in. */
export function NoKey({ slug }: { slug: string }) {
  return (
    <main>
      <EmptyState
        isPage
        title={<Trans>导播台需要主持链接</Trans>}
        actions={
          <>
            <KeyForm slug={slug} />
            <LocaleSwitch />
          </>
        }
      >
        <Trans>
          服务启动时会在终端印出主持链接，也可以向主办方索取。粘贴在这里即可；钥匙只保存在这台设备上。
        </Trans>
      </EmptyState>
    </main>
  );
}

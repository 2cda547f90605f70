// A screen: its title, its acts at the right, and its keys under `?`. Says its name to the window title for screen readers.
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { use, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageKeys } from './page-keys.ts';
import { useKeys } from './use-keys.ts';

export interface KeyHelp {
  readonly key: string;
  readonly does: string;
}
interface Props {
  readonly title: string;
  /** Keys of this screen beside the ones every screen has. */
  readonly keys?: readonly KeyHelp[];
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  /** The page fills the window and its table scrolls, instead of the page. */
  readonly fill?: boolean;
}

export const Page = ({ title, keys = [], acts, children, fill = false }: Props) => {
  const { t } = useTranslation();
  const around = use(PageKeys);
  const [helping, setHelping] = useState(false);
  // In a search field ? is a letter; Ctrl+/ asks for help there too.
  useKeys({ '?': () => setHelping(true), 'Ctrl+Slash': () => setHelping(true) });
  useEffect(() => void (document.title = title), [title]);
  const shown: readonly KeyHelp[] = [
    ...keys,
    ...around,
    { key: 'Alt+1 … 7', does: t('keys.places') },
    { key: 'Alt+8', does: t('keys.scanner') },
    { key: 'F1', does: t('keys.f1') },
    { key: 'Ctrl+L', does: t('keys.lock') },
    { key: '? / Ctrl+/', does: t('keys.question') },
  ];
  return (
    <div className={fill ? 'page fill' : 'page'}>
      <header className="page-head">
        <h1>{title}</h1>
        <div className="page-acts">
          {acts}
          <Button
            type="text"
            icon={<QuestionCircleOutlined aria-hidden="true" />}
            aria-label={t('keys.help')}
            title={`${t('keys.help')} ?`}
            onClick={() => setHelping(true)}
          />
        </div>
      </header>
      {children}
      <Modal
        open={helping}
        title={t('keys.title')}
        footer={null}
        onCancel={() => setHelping(false)}
        destroyOnHidden
      >
        <dl className="key-list">
          {shown.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </div>
  );
};

// Which program this is and on what it runs, for whoever is asked for help.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { desktop } from '../api/call.ts';

export const About = () => {
  const { t } = useTranslation('shop');
  const { data } = useQuery({ queryKey: ['desktop', 'state'], queryFn: () => desktop('desktop.state', {}) });
  return (
    <section className="office-section">
      <h2>{t('about.title')}</h2>
      {data && (
        <dl className="facts">
          <div>
            <dt>{t('about.version')}</dt>
            <dd>{data.version}</dd>
          </div>
          <div>
            <dt>{t('about.runtime')}</dt>
            <dd>
              Electron {data.runtime.electron} · Chrome {data.runtime.chrome} · Node {data.runtime.node}
            </dd>
          </div>
          <div>
            <dt>{t('about.keyStore')}</dt>
            <dd>{t(data.keyStore === 'os' ? 'about.os' : 'about.weak')}</dd>
          </div>
        </dl>
      )}
      <Button onClick={() => void desktop('desktop.openManual', {}).catch(() => undefined)}>
        {t('about.manual')} <kbd>F1</kbd>
      </Button>
    </section>
  );
};

// A screen that throws must not take the window with it: calm words and the way home. The books are never touched by a screen.
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? (
      <Broken onHome={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

const Broken = ({ onHome }: { readonly onHome: () => void }) => {
  const { t } = useTranslation('frame');
  return (
    <section className="alone">
      <Notice tone="stop" title={t('broken.title')}>
        <p>{t('broken.detail')}</p>
        <Button
          type="primary"
          onClick={() => {
            window.location.hash = '#/';
            onHome();
          }}
        >
          {t('broken.home')}
        </Button>
      </Notice>
    </section>
  );
};

// A quiet band on the page: something to know (info), done, or to look at (warn). Failures of acts use Failed.
import type { ReactNode } from 'react';

const signs = { info: 'ℹ', done: '✔', warn: '▲', stop: '✖' } as const;

export const Notice = ({
  tone,
  title,
  children,
}: {
  readonly tone: keyof typeof signs;
  readonly title: string;
  readonly children?: ReactNode;
}) => (
  <div className={`notice ${tone}`} role={tone === 'stop' || tone === 'warn' ? 'alert' : 'status'}>
    <span className="notice-sign" aria-hidden="true">
      {signs[tone]}
    </span>
    <div className="notice-body">
      <strong className="notice-title">{title}</strong>
      {children}
    </div>
  </div>
);

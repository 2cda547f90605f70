// What a page says about its subject: label and fact, side by side; what is not known or does not apply is left out.
import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];
interface Props {
  readonly facts: readonly Fact[];
  readonly testId?: string;
}

export const FactList = ({ facts, testId }: Props) => (
  <dl className="facts" data-testid={testId}>
    {facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

// The household a form is about, read once by its number in the address.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { Failed, Page } from '../ui/index.ts';

export type Household = Output<'people.household'>;
export type Member = Household['people'][number];

export const useHousehold = () => {
  const householdId = Number(useParams()['householdId']);
  return useAct('people.household', { householdId });
};

/** Waits for the file, then shows the form about it. */
export const WithHousehold = ({ children }: { readonly children: (household: Household) => ReactNode }) => {
  const { t } = useTranslation('people');
  const { data, failure } = useHousehold();
  if (data) return children(data);
  return (
    <Page title={t('title')}>
      <Failed failure={failure} />
    </Page>
  );
};

/** Back to the file a form was opened from. */
export const useBackToFile = (to = '..'): (() => void) => {
  const navigate = useNavigate();
  return () => void navigate(to, { relative: 'path' });
};

// Columns of a roster in words.
import { useTranslation } from 'react-i18next';
import { roster as words } from '../i18n/zh-CN/roster.ts';

type Field = keyof typeof words.fields;
const isField = (name: string): name is Field => Object.hasOwn(words.fields, name);

export const useRosterFields = (): ((name: string) => string) => {
  const { t } = useTranslation('roster');
  return (name) => (isField(name) ? t(`fields.${name}`) : '');
};

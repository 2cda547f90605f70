// The fields that say who a proxy is: name, paper, number, relation. The number is judged as it is typed, by the rule of the books.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { readName } from '../../db/domain/person-name.ts';
import {
  isTail,
  PROXY_DOCUMENTS,
  readProxyDocument,
  type ProxyDocument,
} from '../../db/domain/proxy-document.ts';
import { useSession } from '../app/session.tsx';
import { wordsOfCode } from '../i18n/words.ts';
import { Choice, FormField } from '../ui/index.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Form, Mistakes } from '../ui/use-form.ts';
import { relations, type RelationValues } from './relation.ts';

export interface PersonValues extends RelationValues {
  readonly name: string;
  readonly document: ProxyDocument;
  readonly number: string;
}

/** What is wrong with them, in words. `tailAllowed`: at the till four characters are enough. */
export const personMistakes = (
  common: TFunction,
  t: TFunction<'proxies'>,
  { name, document, number, relation, otherRelation }: PersonValues,
  { today, tailAllowed }: { readonly today: string; readonly tailAllowed: boolean },
): Mistakes<PersonValues> => {
  const named = readName(name, { roster: false });
  const paper = readProxyDocument(document, number, '', { today, tailAllowed });
  const nameCode =
    named.kind === 'ok' || named.code === 'name-unknown-character' ? 'name-ill-formed' : named.code;
  return {
    name: named.kind === 'ok' ? undefined : wordsOfCode(common, nameCode).title,
    number: paper.kind === 'ok' ? undefined : wordsOfCode(common, paper.code).title,
    otherRelation:
      relation === 'other' && otherRelation.trim() === '' ? t('form.relationMissing') : undefined,
  };
};

/** Any form that has these fields among others. */
type PersonForm = { readonly [K in keyof Form<PersonValues>]: Form<PersonValues>[K] };

interface Props {
  readonly form: PersonForm;
  readonly tailAllowed: boolean;
  readonly autoFocus?: boolean;
}

export const PersonFields = ({ form, tailAllowed, autoFocus = false }: Props) => {
  const { t } = useTranslation('proxies');
  const { values } = form;
  return (
    <>
      <TextField form={form} name="name" label={t('form.name')} autoFocus={autoFocus} />
      <FormField label={t('form.document')} required>
        {(field) => (
          <Choice<ProxyDocument>
            field={field}
            testId="proxy-document"
            value={values.document}
            options={PROXY_DOCUMENTS.map((value) => ({ value, label: t(`documents.${value}`) }))}
            onChange={(document) => form.set('document', document)}
          />
        )}
      </FormField>
      <TextField
        form={form}
        name="number"
        label={t('form.number')}
        hint={t(tailAllowed ? 'form.numberOrTail' : 'form.numberWhole')}
      />
      <FormField label={t('form.relation')} required>
        {(field) => (
          <Choice
            field={field}
            testId="proxy-relation"
            value={values.relation}
            options={relations.map((value) => ({ value, label: t(`relations.${value}`) }))}
            onChange={(relation) => form.set('relation', relation)}
          />
        )}
      </FormField>
      {values.relation === 'other' && (
        <>
          <TextField form={form} name="otherRelation" label={t('form.otherRelation')} />
          <FormField label={t('form.related')} required hint={t('form.relatedHint')}>
            {(field) => (
              <Choice<'yes' | 'no'>
                field={field}
                testId="proxy-related"
                value={values.related}
                options={[
                  { value: 'no', label: t('unrelated') },
                  { value: 'yes', label: t('related') },
                ]}
                onChange={(related) => form.set('related', related)}
              />
            )}
          </FormField>
        </>
      )}
    </>
  );
};

/** The number typed is only its end: then the reason why must be given. */
export const onlyTail = ({ document, number }: Pick<PersonValues, 'document' | 'number'>): boolean =>
  isTail(document, number);

export const useToday = (): string => useSession().status.businessDay;

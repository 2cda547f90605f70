// Importing a roster (花名册): the shared import screen with households and figures by category, what the sheet changes, who is missing
// from it, and what its columns mean.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import { ImportPage, Notice, SheetImport } from '../ui/index.ts';
import { CategoryTable } from './category-table.tsx';
import { effectOf, newChoices, readChoices, RosterChoices } from './roster-choices.tsx';
import { CorrectColumns, UnknownColumns } from './roster-columns.tsx';
import { useRosterFields } from './roster-fields.ts';
import { RosterLists } from './roster-lists.tsx';

export const ImportRoster = () => {
  const { t } = useTranslation('people');
  const { t: roster } = useTranslation('roster');
  const { status } = useSession();
  const fieldName = useRosterFields();
  const [choices, setChoices] = useState(() => newChoices(status.businessDay));
  return (
    <ImportPage title={t('importTitle')}>
      <SheetImport
        area="people"
        fieldName={fieldName}
        effect={(preview) => effectOf(choices, preview)}
        confirmInput={(preview) => readChoices(choices, preview)}
        headings={(sheet, again) => <UnknownColumns sheet={sheet} again={again} />}
        layout={(preview, again) => (
          <CorrectColumns key={`columns ${preview.previewId}`} layout={preview} again={again} />
        )}
        summary={(preview) => (
          <>
            {preview.importedBefore !== null && (
              <Notice tone="info" title={roster('importedBefore', { day: day(preview.importedBefore) })} />
            )}
            {effectOf(choices, preview) === 0 &&
              preview.counts.missing === 0 &&
              preview.counts.unchanged > 0 && (
                <Notice
                  tone="info"
                  title={roster(preview.refused.length === 0 ? 'nothingNew' : 'nothingNewBesides')}
                />
              )}
            <CategoryTable title={t('preview.byCategory')} byCategory={preview.byCategory} />
            <RosterChoices preview={preview} choices={choices} onChange={setChoices} />
          </>
        )}
        lists={(preview) => <RosterLists key={`lists ${preview.previewId}`} preview={preview} />}
        finalFigures={(preview) => [
          { label: t('preview.households'), value: count(preview.households) },
          { label: roster('confirmChanged'), value: count(preview.counts.changed) },
          { label: roster('confirmEnded'), value: count(choices.exits ? preview.counts.missing : 0) },
        ]}
        doneText={(done) => (
          <div>
            {t('preview.households')}{' '}
            <b className="figure" data-testid="import-households">
              {count(done.households)}
            </b>
            {done.changed > 0 && (
              <p data-testid="import-changed">{roster('done.changed', { n: count(done.changed) })}</p>
            )}
            {done.ended > 0 && (
              <p data-testid="import-ended">{roster('done.ended', { n: count(done.ended) })}</p>
            )}
          </div>
        )}
      />
    </ImportPage>
  );
};

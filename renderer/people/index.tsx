// The place 困难家庭: the list of households (masked), one household's file, importing a roster; its other sections are read when they are
// entered.
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { SectionFrame, usePlaceBase } from '../app/section-frame.tsx';
import { CorrectForm, CorrectPersonForm } from './correct-form.tsx';
import { EnterHousehold } from './enter-household.tsx';
import { HeadForm } from './head-form.tsx';
import { HouseholdList } from './household-list.tsx';
import { HouseholdPage } from './household-page.tsx';
import { ImportRoster } from './import-roster.tsx';
import { JoinForm } from './join-form.tsx';
import { Matches } from './matches.tsx';
import { MergeForm } from './merge-form.tsx';
import { MoveForm } from './move-form.tsx';
import { SplitForm } from './split-form.tsx';

const Reviews = lazy(() => import('../eligibility/reviews.tsx'));
const Movement = lazy(() => import('../eligibility/movement.tsx'));
const CategoryPages = lazy(() => import('../eligibility/categories.tsx'));
const Proxies = lazy(() => import('../proxies/index.tsx'));
const Checks = lazy(() => import('../fairness/checks.tsx'));
const Relatives = lazy(() => import('../fairness/relatives.tsx'));
const Complaints = lazy(() => import('../fairness/complaints.tsx'));
const Lens = lazy(() => import('../fairness/lens.tsx'));
const Privacy = lazy(() => import('../privacy/index.tsx'));

const People = () => {
  const base = usePlaceBase();
  return (
    <Routes>
      <Route element={<SectionFrame place="people" base={base} />}>
        <Route index element={<HouseholdList />} />
        <Route path="import" element={<ImportRoster />} />
        <Route path="reviews/*" element={<Reviews />} />
        <Route path="movement/*" element={<Movement />} />
        <Route path="categories/*" element={<CategoryPages />} />
        <Route path="institutions/*" element={<Proxies />} />
        <Route path="checks/*" element={<Checks />} />
        <Route path="relatives/*" element={<Relatives />} />
        <Route path="complaints/*" element={<Complaints />} />
        <Route path="lens/*" element={<Lens />} />
        <Route path="privacy/*" element={<Privacy />} />
        <Route path="new" element={<EnterHousehold />} />
        <Route path="matches" element={<Matches />} />
        <Route path=":householdId" element={<HouseholdPage />} />
        <Route path=":householdId/join" element={<JoinForm />} />
        <Route path=":householdId/move" element={<MoveForm />} />
        <Route path=":householdId/head" element={<HeadForm />} />
        <Route path=":householdId/split" element={<SplitForm />} />
        <Route path=":householdId/merge" element={<MergeForm />} />
        <Route path=":householdId/correct" element={<CorrectForm />} />
        <Route path=":householdId/person/:personId" element={<CorrectPersonForm />} />
      </Route>
    </Routes>
  );
};
export default People;

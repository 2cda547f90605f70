// Screens under jsdom ask real books, and a PC that runs all tests at once may keep them waiting: how long a
// test looks for something before it says it is not there. Nothing is measured with it.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 30_000 });

// Runs before every file of screens. The files of one process share what is slow to load (React, antd, the page of jsdom), never what is
// ours: each begins with our own modules fresh and nothing kept on the page. And how long a test looks for something on a screen
// before it says it is not there: a PC that runs all tests at once may keep it waiting. Nothing is measured with it.
import { cleanup, configure } from '@testing-library/react';
import { afterAll, vi } from 'vitest';

configure({ asyncUtilTimeout: 30_000 });

vi.resetModules();
localStorage.clear();

// What is still on the screen when a file ends would go on asking in a window that is gone.
afterAll(() => {
  cleanup();
});

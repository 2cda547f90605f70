// Where the window begins: words, look, then the gate that decides what is shown first.
import 'antd/dist/antd.css';
import { createRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import './app/styles.css';
import './ui/office.css';
import { startWords } from './i18n/i18n.ts';

const place = document.getElementById('root');
if (!place) throw new Error('no root in the page');
await startWords();
createRoot(place).render(<Root />);

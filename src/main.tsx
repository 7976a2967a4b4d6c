import '#ui/tokens.css';
import '#ui/base.css';
import { mountApp } from '#app/mountApp.tsx';
import { loadConfig } from '#config/loadConfig.ts';

const container = document.getElementById('root');
if (container) void mountApp(container, loadConfig());

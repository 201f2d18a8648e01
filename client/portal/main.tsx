import { mountPage } from '../ui/mount-page.tsx';
import { createEventList } from './event-list.ts';
import { PortalPage } from './PortalPage.tsx';

const list = createEventList();
list.start();

void mountPage(<PortalPage list={list} />, ['messages', 'portal']);

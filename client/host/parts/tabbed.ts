import { createContext, useContext } from 'react';

const Tabbed = createContext(false);

/** Around panels whose name a tab bears already. */
export const TabbedProvider = Tabbed.Provider;

export const useIsTabbed = (): boolean => useContext(Tabbed);

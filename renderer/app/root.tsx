// What lies under every screen: cache, look, the net that catches a broken screen, and the gate.
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createQueries } from '../api/use-act.ts';
import { LookProvider } from '../ui/look.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';

export const Root = () => {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <LookProvider>
        <ErrorBoundary>
          <Gate />
        </ErrorBoundary>
      </LookProvider>
    </QueryClientProvider>
  );
};

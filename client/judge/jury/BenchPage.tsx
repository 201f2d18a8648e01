export function BenchPage({ isInside = false }: { isInside?: boolean }) {
  return <p>{isInside ? '' : ''}</p>;
}

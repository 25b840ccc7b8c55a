/** The whole page. */
export function App() {
  return (
    <main>
      <h1>Palimpsest inspector</h1>
    </main>
  );
}
